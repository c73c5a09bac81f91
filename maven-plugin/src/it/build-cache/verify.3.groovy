def step = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert step.contains('Build info downloaded from remote repo')
assert step.contains('Found cached build, restoring com.example:build-cache')
assert !step.contains('Shop: ')

def elsewhere = new File(basedir.parentFile, 'build-cache-elsewhere')
def restored = [:]
def root = new File(elsewhere, 'target/generated-sources/whittle')
root.eachFileRecurse(groovy.io.FileType.FILES) { restored[root.relativePath(it)] = it.getText('UTF-8') }
assert restored == context.sources
assert new File(elsewhere, 'target/build-cache-1.0.jar').isFile()
context.logged += step.length()
return true
