def step = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert step.contains('the baseline cannot be read: whittle.lock.json:[')
assert !step.contains('\tat ')
return true
