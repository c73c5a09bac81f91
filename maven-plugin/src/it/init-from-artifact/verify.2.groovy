def said = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert said.contains('no credentials: ')
assert !said.contains('[ERROR]') && !said.contains('[WARNING]')

def internal = new File(basedir, 'bedrock-agentcore-app/target/generated-sources/whittle/com/example/bedrockagentcore/internal')
assert internal.list().findAll { it.endsWith('Operation.java') } == ['ListBrowserSessionsOperation.java']
