def sources = new File(basedir, 'src/generated/java')
assert new File(sources, 'shop/model/PutItemRequest.java').isFile()
// What is to be checked in is the same on every machine.
def listed = new File(basedir, 'src/generated/.java.whittle-generate-default').readLines('UTF-8')
assert listed[0].startsWith('# Files that Whittle has generated.')
def there = []
sources.eachFileRecurse(groovy.io.FileType.FILES) { there << sources.toPath().relativize(it.toPath()).toString().replace('\\', '/') }
assert listed.drop(1) == there.sort()
context.logged = new File(basedir, 'build.log').getText('UTF-8').length()
return true
