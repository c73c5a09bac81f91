assert new File(basedir, 'target').deleteDir()
def model = new File(basedir, 'src/main/service-model/shop/service-2.json')
def text = model.getText('UTF-8')
def start = text.indexOf('    "PutItem": {')
def comma = text.lastIndexOf(',', start)
model.setText(text.substring(0, comma) + text.substring(text.indexOf('\n    }\n', start) + 6), 'UTF-8')
new File(basedir, 'src/generated/java/shop/Mine.java').setText('package shop;\n\nclass Mine {}\n', 'UTF-8')
return true
