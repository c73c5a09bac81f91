def log = new File(basedir, 'build.log').getText('UTF-8')
def step = log.substring(context.logged)
def model = new File('src/main/service-model/shop/service-2.json').path
def output = new File(basedir, 'target/generated-sources/whittle').path

assert step.contains('SVC0405 1 operation is left out: WatchCart')
assert step.contains("[DEBUG] Model $model")
assert step.contains('[DEBUG] Generating, since there is no record of an earlier run')
assert step.contains("[DEBUG] Bringing up to date $output")
assert step.contains('[DEBUG]   shop/ShopClient.java')
assert step =~ /\[INFO\] Shop: 2 operations, 10 shapes → shop \((\d+) files: \1 written, 0 unchanged, 0 removed\) in \d+\.\d s/
context.logged = log.length()
return true
