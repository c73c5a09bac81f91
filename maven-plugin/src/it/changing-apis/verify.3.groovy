def log = new File(basedir, 'build.log').getText('UTF-8')
def step = log.substring(context.logged)
assert step =~ /\[INFO] Compared with revision HEAD \([0-9a-f]{10}\)\./
assert step.contains('API407')
context.logged = log.length()
return true
