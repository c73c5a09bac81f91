def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /Shop: 2 operations, 10 shapes → shop \((\d+) files: \1 written, 0 unchanged, 0 removed\)/
assert context.entries.keySet().any { it.endsWith('/buildinfo.xml') }
assert context.entries.keySet().any { it.endsWith('/build-cache.jar') }

context.sources = [:]
def root = new File(basedir, 'target/generated-sources/whittle')
root.eachFileRecurse(groovy.io.FileType.FILES) { context.sources[root.relativePath(it)] = it.getText('UTF-8') }
assert !context.sources.isEmpty()
context.logged = log.length()
return true
