def model = new File(basedir, 'src/main/service-model/shop/service-2.json')
def text = model.getText('UTF-8')
def start = text.indexOf('    "PutItem": {')
assert start > 0
def comma = text.lastIndexOf(',', start)
model.setText(text.substring(0, comma) + text.substring(text.indexOf('\n    }\n', start) + 6), 'UTF-8')

def app = new File(basedir, 'src/main/java/com/example/App.java')
app.setText(app.getText('UTF-8').replace('shop.listCarts(l -> {}).cartIds().get(0)', 'cartId'), 'UTF-8')

return true
