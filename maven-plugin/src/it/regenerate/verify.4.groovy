def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.substring(context.logged) =~ /Shop: 2 operations, \d+ shapes → shop \(\d+ files: \d+ written, \d+ unchanged, [1-9]\d* removed\)/

def left = []
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { left << it.name }
assert left.contains('GetCartOperation.java')
assert left.findAll { it.contains('PutItem') } == []
context.logged = log.length()
return true
