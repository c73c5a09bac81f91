def step = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
def jar = new File(localRepositoryPath, 'dev/whittle/whittle-model-bedrock-agentcore')
assert step =~ /\[ERROR\] \Q${jar.path}\E\S+\.jar!\/META-INF\/service-model\/bedrock-agentcore\/service-2\.json:\[\d+,\d+\] SVC0403 the included name 'GetBrowserSesion' matches no operation of the service at \/operations\R        hint: did you mean 'GetBrowserSession'\?/
assert step.contains('[ERROR] 1 problem, nothing was generated.')
// What the last good run generated is still there.
assert new File(basedir, 'target/generated-sources/whittle/com/example/agentcore/BedrockAgentCoreClient.java').isFile()
