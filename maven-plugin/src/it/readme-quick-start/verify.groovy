def log = new File(basedir, 'build.log').getText('UTF-8')

// All that the program says, since there are no credentials in its environment.
assert log =~ /(?m)no credentials: .*AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.*$/
assert !log.contains('[ERROR]') && !log.contains('[WARNING]')

// Only what the one operation needs.
def sources = new File(basedir, 'target/generated-sources/whittle/com/example/agentcore')
assert new File(sources, 'internal').list().findAll { it.endsWith('Operation.java') } == ['GetBrowserSessionOperation.java']
assert new File(basedir, 'target/classes/com/example/Main.class').isFile()
