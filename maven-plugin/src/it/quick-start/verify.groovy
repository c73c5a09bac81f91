def log = new File(basedir, 'build.log').getText('UTF-8')
def sources = new File(basedir, 'target/generated-sources/whittle/shop')

assert log.contains('This plugin has 6 goals:')
assert log.contains('[INFO] Shop: 2 operations, 10 shapes, no problems')
assert log =~ /\[INFO\] Shop: 2 operations, 10 shapes → shop \((\d+) files: \1 written, 0 unchanged, 0 removed\) in \d+\.\d s/
// Maven 4 warns of its own consumer POM when several goals follow one another.
assert log.readLines().findAll { it.startsWith('[WARNING]') && !it.contains(':pom:consumer:') } == []

assert new File(sources, 'ShopClient.java').isFile()
assert new File(sources, 'model/CartStatus.java').isFile()
assert new File(basedir, 'target/classes/shop/ShopClient.class').isFile()
assert new File(basedir, 'target/classes/com/example/App.class').isFile()
assert !new File(basedir, 'target/generated-sources/whittle/module-info.java').exists()

// What Eclipse asks the plugin for; everything else about goals is in the descriptor.
def plugin = new File(localRepositoryPath, 'dev/whittle/whittle-maven-plugin')
def jar = plugin.listFiles({ it.directory } as FileFilter).collectMany { it.listFiles().toList() }
    .find { it.name ==~ /whittle-maven-plugin-[^-]+(-SNAPSHOT)?\.jar/ }
new java.util.zip.ZipFile(jar).withCloseable { zip ->
    def read = { name -> new groovy.xml.XmlSlurper().parse(zip.getInputStream(zip.getEntry(name))) }
    def lifecycle = read('META-INF/m2e/lifecycle-mapping-metadata.xml').pluginExecutions.pluginExecution
    def executed = lifecycle.findAll { !it.action.execute.isEmpty() }
    def goals = { executions -> executions.collectMany { it.pluginExecutionFilter.goals.goal.collect { goal -> goal.text() } } }
    assert goals(executed) == ['generate', 'generate-test']
    assert executed.every { it.action.execute.runOnIncremental.text() == 'true' }
    def mojos = read('META-INF/maven/plugin.xml').mojos.mojo
    assert goals(lifecycle).every { goal -> mojos.any { it.goal.text() == goal } }
    assert mojos.every { it.threadSafe.text() == 'true' }
}

// Each jar that was built beside it is a module, or has a name as one.
def jars = new File(localRepositoryPath, 'dev/whittle').listFiles().collectMany { artifact ->
    def found = []
    artifact.eachFileRecurse { if (it.name ==~ /whittle-.*(?<!-sources|-javadoc)\.jar/) { found << it } }
    found
}
assert jars.collect { it.name.replaceAll(/-\d.*/, '') }.toSet() ==
    ['whittle-codegen-core', 'whittle-maven-plugin', 'whittle-model-bedrock-agentcore', 'whittle-runtime'] as Set
jars.each { file ->
    new java.util.jar.JarFile(file).withCloseable {
        def name = it.manifest.mainAttributes.getValue('Automatic-Module-Name')
        assert file.name.startsWith('whittle-maven-plugin') ? name == 'dev.whittle.maven' : it.getEntry('module-info.class') != null
    }
}
return true
