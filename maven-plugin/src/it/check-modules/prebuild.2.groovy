def model = new File(basedir, 'model/src/main/resources/META-INF/service-model/shop/service-2.json')
def text = model.getText('UTF-8')
def edited = text.replace('"/carts/{cartId}/items"', '"/carts/{cartId}/item"')
assert edited != text
model.setText(edited, 'UTF-8')
return true
