def said = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert said.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert said.contains('Set the environment variable ORDERS_TOKEN')
context.logged = new File(basedir, 'build.log').getText('UTF-8').length()
return true
