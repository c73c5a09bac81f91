def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.substring(context.logged) =~ /Shop: 1 operation, \d+ shapes → shop \(\d+ files: [1-9]\d* written, [1-9]\d* unchanged, [1-9]\d* removed\)/

def left = []
new File(basedir, 'src/generated').eachFileRecurse(groovy.io.FileType.FILES) { left << it.name }
assert left.findAll { it.contains('PutItem') } == []
assert left.contains('Mine.java')
assert new File(basedir, 'target/classes/shop/Mine.class').isFile()
context.logged = log.length()
return true
