import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption

// The command is the page's, except for where it deploys to.
def root = new File(readme).parentFile
def goals = new Properties()
new File(basedir, 'invoker.properties').withInputStream { goals.load(it) }
def command = new File(root, 'docs/company-repository.md').readLines('UTF-8').find { it.startsWith('mvn ') && it.contains(' deploy ') }
def modules = (command =~ /^mvn (.+) -pl (\S+) -am -DaltDeploymentRepository=company::https:\S+$/)[0]
assert modules[1] == goals['invoker.goals.1']

// A checkout: the sources of what is deployed, the POMs of the rest, with the version of the consumer's POM.
def version = (new File(basedir, 'consumer/pom.xml').text =~ /<whittle.version>(.+)<\/whittle.version>/)[0][1]
def checkout = new File(basedir, 'whittle')
checkout.deleteDir()
def copy = { String path ->
    def target = checkout.toPath().resolve(path)
    Files.createDirectories(target.parent)
    Files.copy(new File(root, path).toPath(), target, StandardCopyOption.REPLACE_EXISTING)
}
['', 'bom/', 'model/', 'codegen-core/', 'runtime/', 'transport-jdk/', 'maven-plugin/', 'generated-sample/', 'interop/', 'protocol-tests/', 'fuzz/', 'docs/'].each { module ->
    copy(module + 'pom.xml')
    def pom = new File(checkout, module + 'pom.xml')
    pom.text = pom.text.replace("<version>$whittleVersion</version>", "<version>$version</version>")
    assert pom.text.contains(version)
}
['model', 'codegen-core', 'runtime', 'maven-plugin'].each { module ->
    new File(root, "$module/src/main").eachFileRecurse(groovy.io.FileType.FILES) {
        copy(root.toPath().relativize(it.toPath()).toString())
    }
}

new File(checkout, '.mvn').mkdirs()
new File(checkout, '.mvn/maven.config').text = "--projects=${modules[2]}\n--also-make\n"

def repository = new File(basedir, 'repository')
repository.deleteDir()
// What an earlier run of this case has fetched is another build of Whittle.
new File(localRepositoryPath, 'dev/whittle').eachDir { new File(it, version).deleteDir() }

def properties = new Properties()
properties.setProperty('altDeploymentRepository', "company::${repository.toURI()}")
properties.setProperty('company.repository', repository.toURI().toString())
new File(basedir, 'test.properties').withOutputStream { properties.store(it, null) }
return true
