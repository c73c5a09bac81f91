def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.substring(context.logged).contains('Bedrock AgentCore: 3 operations, ')
context.logged = log.length()
return true
