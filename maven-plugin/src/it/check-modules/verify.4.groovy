def step = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert step =~ /Compared with .*old\.json\./
assert step =~ /API204 .*PutItem/
context.logged += step.length()
return true
