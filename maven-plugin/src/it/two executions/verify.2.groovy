def step = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert step.count('[INFO] Skipped, whittle.skip is set.') == 2
assert !step.contains('Shop')
