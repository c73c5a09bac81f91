def log = new File(basedir, 'build.log')
assert log.text.contains('Shop: 2 operations, 10 shapes → org.acme.cart.shop (')
assert new File(basedir, 'somewhere/target/classes/org/acme/cart/Main.class').isFile()
assert log.text.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
return true
