def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /\((\d+) files: \1 written, 0 unchanged, 0 removed\)/

context.whole = [:]
def target = new File(basedir, 'target/generated-sources/whittle')
target.eachFileRecurse(groovy.io.FileType.FILES) { context.whole[target.relativePath(it)] = it.getText('UTF-8') }
context.logged = log.length()
return true
