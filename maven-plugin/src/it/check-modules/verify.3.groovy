def step = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert step.contains('Compared with com.example:shop-model:jar:0.9.')
assert step.count('/service-2.json:[') >= 1
assert step =~ /API204 .*PutItem/
assert step =~ /shop-client \.+ FAILURE/
// Maven 4 counts what succeeded, and does not list it.
assert !(step =~ /small-shop-client \.+ FAILURE/)
context.logged += step.length()
return true
