def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.substring(context.logged) =~ /Shop: 1 operation, \d+ shapes → shop \(\d+ files: \d+ written, \d+ unchanged, [1-9]\d* removed\)/

def sources = new File(basedir, 'target/generated-sources/whittle/shop')
assert !new File(sources, 'model/ListCartsResponse.java').exists()
assert !new File(sources, 'model/Item.java').text.contains('// edited')
assert new File(basedir, 'target/classes/com/example/App.class').isFile()
context.logged = log.length()
return true
