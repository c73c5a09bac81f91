def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Shop: 2 operations, 10 shapes → com.example.shop (')
assert !log.contains('[WARNING]')
assert new File(basedir, 'client/target/classes/com/example/App.class').isFile()
