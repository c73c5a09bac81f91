def model = new File(basedir.parentFile, 'build-cache-elsewhere/src/main/service-model/shop/service-2.json')
def text = model.getText('UTF-8')
def edited = text.replace('"name": {"shape": "String"}, ', '"name": {"shape": "String"}, "note": {"shape": "String"}, ')
assert edited != text
model.setText(edited, 'UTF-8')
return true
