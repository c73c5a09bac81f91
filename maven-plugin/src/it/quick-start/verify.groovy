def log = new File(basedir, 'build.log').getText('UTF-8')
def sources = new File(basedir, 'target/generated-sources/whittle/shop')

assert log.contains('This plugin has 4 goals:')
assert log.contains('[INFO] Shop: 2 operations, 10 shapes, no problems')
assert log =~ /\[INFO\] Shop: 2 operations, 10 shapes → shop \((\d+) files: \1 written, 0 unchanged, 0 removed\) in \d+\.\d s/
// Maven 4 warns of its own consumer POM when several goals follow one another.
assert log.readLines().findAll { it.startsWith('[WARNING]') && !it.contains(':pom:consumer:') } == []

assert new File(sources, 'ShopClient.java').isFile()
assert new File(sources, 'model/CartStatus.java').isFile()
assert new File(basedir, 'target/classes/shop/ShopClient.class').isFile()
assert new File(basedir, 'target/classes/com/example/App.class').isFile()
assert !new File(basedir, 'target/generated-sources/whittle/module-info.java').exists()
