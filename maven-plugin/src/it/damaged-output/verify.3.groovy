def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.substring(context.logged) =~ /\(\d+ files: 2 written, \d+ unchanged, 1 removed\)/

def now = [:]
def target = new File(basedir, 'target/generated-sources/whittle')
target.eachFileRecurse(groovy.io.FileType.FILES) { now[target.relativePath(it)] = it.getText('UTF-8') }
assert now.remove(target.relativePath(new File(target, 'shop/model/Notes.txt'))) == 'mine'
assert now == context.whole
