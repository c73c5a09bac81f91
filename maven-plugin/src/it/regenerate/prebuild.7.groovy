def pom = new File(basedir, 'pom.xml')
def text = pom.getText('UTF-8')
def edited = text.replace('<executions>', '<configuration><packageName>com.example.shop</packageName></configuration><executions>')
assert edited != text
pom.setText(edited, 'UTF-8')
return true
