def log = new File(basedir, 'build.log').getText('UTF-8')
def step = log.substring(context.logged)
assert step.contains('[ERROR] 1 warning and failOnWarning is set, nothing was generated.')
assert new File(basedir, 'target/generated-sources/whittle/shop/ShopClient.java').isFile()
context.logged = log.length()
return true
