def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Shop: 2 operations, 10 shapes → com.example.shop (')
assert log =~ /Shop: 1 operation, \d+ shapes → com\.example\.smallshop \(/
assert log.readLines().every { !it.startsWith('[WARNING]') }
assert new File(basedir, 'client/target/classes/com/example/App.class').isFile()
assert new File(basedir, 'small-client/target/classes/com/example/smallshop/ShopClient.class').isFile()
context.logged = log.length()
return true
