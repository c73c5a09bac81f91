def shop = new File(basedir, 'target/generated-sources/whittle/shop')
new File(shop, 'model/Item.java') << '\n// edited'
assert new File(shop, 'ShopClient.java').delete()
return true
