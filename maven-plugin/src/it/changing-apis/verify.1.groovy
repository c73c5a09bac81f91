def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('[INFO] Wrote the lock file whittle.lock.json.')
assert log.contains(new File(basedir, 'unchanged.txt').getText('UTF-8'))

def jar = new java.util.zip.ZipFile(new File(basedir, 'target/shop-client-checked-1.0.0.jar'))
assert jar.getEntry('META-INF/whittle.lock.json') != null
jar.close()
context.logged = log.length()
return true
