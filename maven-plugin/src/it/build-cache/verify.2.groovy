def step = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert step.contains('Found cached build, restoring com.example:build-cache')
assert !step.contains('Shop: ')

def restored = [:]
def root = new File(basedir, 'target/generated-sources/whittle')
root.eachFileRecurse(groovy.io.FileType.FILES) { restored[root.relativePath(it)] = it.getText('UTF-8') }
assert restored == context.sources
context.logged += step.length()
return true
