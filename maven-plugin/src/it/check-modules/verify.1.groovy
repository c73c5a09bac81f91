def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('Wrote the lock file whittle.lock.json.') == 2
assert log.count('Nothing to compare, the models are those of lock file whittle.lock.json of 1.0.') == 2

def small = new File(basedir, 'small-client/whittle.lock.json').getText('UTF-8')
assert small.contains('"GetCart"')
assert !small.contains('PutItem')
assert new File(basedir, 'client/whittle.lock.json').getText('UTF-8').contains('PutItem')
context.logged = log.length()
return true
