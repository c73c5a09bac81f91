def step = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
// It is the bytes of the model that count, not whether they come from a folder or a jar.
assert new File(basedir, 'model/target/shop-model-1.0.jar').isFile()
assert step.count('[INFO] Nothing to generate, models and configuration are unchanged.') == 2
assert !step.contains('Shop: ')
