def step = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert step =~ /Shop: 2 operations, \d+ shapes → com\.example\.shop \((\d+) files: \1 written, 0 unchanged, [1-9]\d* removed\)/

def sources = new File(basedir, 'target/generated-sources/whittle')
assert new File(sources, 'com/example/shop/ShopClient.java').isFile()
assert sources.list() as List == ['com']
