def log = new File(basedir, 'build.log').getText('UTF-8')
def step = log.substring(context.logged)
assert step.contains('[INFO] Nothing to generate, models and configuration are unchanged.')
assert step.contains('[INFO] Nothing to compile - all classes are up to date')

def touched = context.times.findAll { path, time -> new File(path).lastModified() != time }.keySet()
assert touched.isEmpty()
context.logged = log.length()
return true
