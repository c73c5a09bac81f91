def step = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert step.contains('baseline: the artifact com.example:small-shop-client:jar:1.0 cannot be resolved: ')
assert !step.contains('Nothing to compare')
return true
