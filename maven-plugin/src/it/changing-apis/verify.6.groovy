def log = new File(basedir, 'build.log').getText('UTF-8')
def step = log.substring(context.logged)
assert step.contains('API407')
assert step.contains('no client adds up quantities')
assert !step.contains('[ERROR]')
context.logged = log.length()
return true
