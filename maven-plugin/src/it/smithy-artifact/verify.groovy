def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /Store: 2 operations, \d+ shapes → com\.example\.store \(/
assert !log.contains('[WARNING]')

def internal = new File(basedir, 'target/generated-sources/whittle/com/example/store/internal')
assert internal.list().findAll { it.endsWith('Operation.java') }.sort() == ['GetItemOperation.java', 'PutItemOperation.java']
assert new File(basedir, 'target/classes/com/example/store/StoreClient.class').isFile()
return true
