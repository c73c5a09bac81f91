def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.substring(context.logged) =~ /Shop: 3 operations, \d+ shapes → shop \(\d+ files: \d+ written, \d+ unchanged, 0 removed\)/

def sources = new File(basedir, 'target/generated-sources/whittle/shop')
assert new File(sources, 'model/ListCartsResponse.java').isFile()
assert new File(sources, 'model/Item.java').text.contains('note')
assert new File(sources, 'model/CartStatus.java').text.contains('PAID')
def untouched = new File(sources, 'model/CartNotFoundException.java')
assert untouched.lastModified() == context.times[untouched.path]
context.logged = log.length()
return true
