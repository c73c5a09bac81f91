def pom = new File(basedir, 'pom.xml')
def text = pom.getText('UTF-8')
assert text.contains('<version>1.1.0</version>')
pom.setText(text.replace('<version>1.1.0</version>', '<version>2.0.0</version>'), 'UTF-8')
return true
