def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /Bedrock AgentCore: 3 operations, \d+ shapes → com\.example\.agentcore \(/

def operations = new File(basedir, 'target/generated-sources/whittle/com/example/agentcore/internal').list()
    .findAll { it.endsWith('Operation.java') }.sort()
assert operations == ['GetBrowserSession', 'ListBrowserSessions', 'StartBrowserSession'].collect { it + 'Operation.java' }
context.logged = log.length()
return true
