def log = new File(basedir, 'build.log').getText('UTF-8')
def step = log.substring(context.logged)
assert step =~ /Shop: 1 operation, \d+ shapes → shop \((\d+) files: 0 written, \1 unchanged, 0 removed\)/
assert step.contains('[INFO] Nothing to compile - all classes are up to date')
context.logged = log.length()
return true
