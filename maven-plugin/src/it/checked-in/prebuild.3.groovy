assert new File(basedir, 'target').deleteDir()
assert new File(basedir, 'src/generated/.java.whittle-generate-default').delete()
def model = new File(basedir, 'src/main/service-model/shop/service-2.json')
def text = model.getText('UTF-8')
def edited = text.replace('"status": {"shape": "CartStatus"}', '"status": {"shape": "CartStatus"}, "note": {"shape": "String"}')
assert edited != text
model.setText(edited, 'UTF-8')
return true
