new File(basedir, 'target/generated-sources/whittle/shop/model/Item.java') << '\n// edited'

return true
