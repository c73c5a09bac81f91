def log = new File(basedir, 'build.log').getText('UTF-8')
def step = log.substring(context.logged)
assert step.contains('[INFO] Compared with com.example:shop-client-checked:jar:1.0.0, ')
assert step.contains('API407')
context.logged = log.length()
return true
