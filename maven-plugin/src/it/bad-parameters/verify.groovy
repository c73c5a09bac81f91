def log = new File(basedir, 'build.log').getText('UTF-8').normalize()
def folder = { new File(basedir, it).path }
def model = new File(localRepositoryPath, 'dev/whittle/whittle-model-bedrock-agentcore').path

/** What Maven says of a module in the end, without its formatting. */
def said = { String module ->
    def start = log.indexOf(" on project $module: ")
    assert start > 0: "$module did not fail"
    def rest = log.substring(start + " on project $module: ".length())
    rest.substring(0, rest.indexOf(' -> [Help')).readLines().collect { it.replaceFirst(/^\[ERROR\] ?/, '') }.join('\n').trim()
}

assert said('texts') == """\
5 problems with the configuration:
  - modelArtifact: the artifact 'shop-model' is not of the form\
 groupId:artifactId[:extension[:classifier]][:version]: it has 1 part
  - packageName 'com.my-shop' is not a name that Java allows
  - includeOperations: 'Get Cart' is neither the name of an operation nor a pattern with * and ?
  - includeOperations holds an empty entry
  - moduleName 'com.example.class' is not a name that Java allows"""

assert log.contains("[WARNING] the configuration sets 'includeOperation', which is no parameter of any goal" +
    " (did you mean 'includeOperations'?)")

assert said('origins') ==
    'modelDirectory and modelArtifact and models are set together: set one of them, or list every model in models'

assert said('entry') == 'modelEntry is set without modelArtifact, the artifact that it is an entry of'

assert said('listed') == """\
6 problems with the configuration:
  - packageName has no effect beside models: set it in each model
  - excludeOperations has no effect beside models: set it in each model
  - models, entry 1: set exactly one of file, directory and artifact
  - models, entry 2: set exactly one of file, directory and artifact
  - models, entry 3: the artifact 'com.example:shop-model:tar:1.0' is not of the form\
 groupId:artifactId[:extension[:classifier]][:version]: the extension 'tar' is none of jar, zip and json
  - models, entry 4: entry is set without artifact"""

assert said('no-folder') == "there is no model folder ${folder('no-folder/nowhere')}: put the service-2.json of each service" +
    ' into a folder of its own there, or set modelDirectory, modelArtifact or models'

assert said('no-file') == "there is no model ${folder('no-file/nowhere.json')} (the folder holds pom.xml)"

assert said('no-version') == 'the artifact com.example:shop-model:jar has no version, and no-version has no dependency on it,' +
    ' declared or managed, to take one from'

// The last words are Maven's. Nobody beyond this machine is asked, here as in all of these projects.
assert said('no-artifact').startsWith('the artifact com.example:shop-model:jar:1.0 cannot be resolved: ')
assert !log.contains('Downloading from central')

assert said('no-entry') ==~ "there is no model \\Q$model\\E\\S+\\.jar!/META-INF/service-model/shop" +
    ' \\(the archive holds META-INF/service-model/bedrock-agentcore/service-2\\.json\\)'

assert said('no-model') ==~ '\\S+whittle-runtime-\\S+\\.jar holds no service-2\\.json below META-INF/service-model:' +
    ' set modelEntry to where its model is'

assert said('one-package') == "packageName 'com.example.shops' is for one service, but 2 models were found:" +
    " ${folder('services/other-shop/service-2.json')}, ${folder('services/shop/service-2.json')};" +
    ' list them in models, each with a packageName of its own'

assert said('no-operation') == '2 problems, nothing was generated.'
assert log.contains("SVC0403 the included name 'GetBrowser' matches no operation of the service at /operations\n        hint: the service has GetBrowserSession, ")
assert log.contains("the excluded pattern 'Delete*' matches no operation of the service")

assert !log.contains('\tat ')
assert !log.contains('BUILD SUCCESS')
assert basedir.listFiles().findAll { new File(it, 'target').exists() } == []
