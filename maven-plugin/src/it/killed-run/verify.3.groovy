def fresh = [:]
def sources = new File(basedir, 'target/generated-sources/whittle')
sources.eachFileRecurse(groovy.io.FileType.FILES) { fresh[sources.relativePath(it)] = it.getText('UTF-8') }
assert fresh.size() > 800
assert context.recovered == fresh
