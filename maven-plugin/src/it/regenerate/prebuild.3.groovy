def edit(File file, Map<String, String> replacements) {
    def text = file.getText('UTF-8')
    replacements.each { old, replacement ->
        assert text.contains(old)
        text = text.replace(old, replacement)
    }
    file.setText(text, 'UTF-8')
}

edit(new File(basedir, 'src/main/service-model/shop/service-2.json'), [
    '"operations": {': '''"operations": {
    "ListCarts": {
      "name": "ListCarts",
      "http": {"method": "GET", "requestUri": "/carts"},
      "output": {"shape": "ListCartsResponse"}
    },''',
    '"shapes": {': '''"shapes": {
    "ListCartsResponse": {"type": "structure", "members": {"cartIds": {"shape": "CartIds"}}},
    "CartIds": {"type": "list", "member": {"shape": "String"}},''',
    '"name": {"shape": "String"}, ': '"name": {"shape": "String"}, "note": {"shape": "String"}, ',
    '"OPEN", "ORDERED"': '"OPEN", "ORDERED", "PAID"'
])
edit(new File(basedir, 'src/main/java/com/example/App.java'), [
    'item.name()': 'item.name() + item.note()',
    'CartStatus.ORDERED': 'CartStatus.PAID',
    'shop.getCart(r -> r.cartId(cartId))': 'shop.getCart(r -> r.cartId(shop.listCarts(l -> {}).cartIds().get(0)))'
])

return true
