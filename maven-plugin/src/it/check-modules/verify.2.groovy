def step = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert step =~ /API204 .*PutItem/
assert step.count('1 change is not allowed') >= 1
assert step =~ /shop-client \.+ FAILURE/
// Maven 4 counts what succeeded, and does not list it.
assert !(step =~ /small-shop-client \.+ FAILURE/)
assert new File(basedir, 'client/target/whittle-check/whittle-check.html').isFile()
context.logged += step.length()
return true
