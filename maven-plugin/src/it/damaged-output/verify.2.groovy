def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.substring(context.logged) =~ /\(\d+ files: 2 written, \d+ unchanged, 0 removed\)/

def now = [:]
def target = new File(basedir, 'target/generated-sources/whittle')
target.eachFileRecurse(groovy.io.FileType.FILES) { now[target.relativePath(it)] = it.getText('UTF-8') }
assert now == context.whole
context.logged = log.length()
return true
