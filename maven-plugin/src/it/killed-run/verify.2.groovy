def log = new File(basedir, 'build.log').getText('UTF-8')
// Not all over again: what the killed run had finished is kept.
assert log.substring(context.logged) =~ /Shop: 1 operation, \d+ shapes → shop \(\d+ files: [1-9]\d* written, [1-9]\d* unchanged, \d+ removed\)/

context.recovered = [:]
def sources = new File(basedir, 'target/generated-sources/whittle')
sources.eachFileRecurse(groovy.io.FileType.FILES) { context.recovered[sources.relativePath(it)] = it.getText('UTF-8') }
assert context.recovered.keySet().findAll { it.contains('PutItem') || it.endsWith('.whittle') } == [] as Set
return true
