def log = new File(basedir, 'build.log').getText('UTF-8')
def project = new File(basedir, 'bedrock-agentcore-app')

assert log.contains('[INFO] No operation was named, so the client has ListBrowserSessions alone; -Doperations names others: ' +
    'GetBrowserSession, InvokeBrowser, ')
assert log.contains('[INFO] Wrote .gitignore, README.md, pom.xml, src/main/java/com/example/Main.java, ' +
    'src/test/java/com/example/MainTest.java to ' + project.path)
assert log.contains('[INFO] Build it and make the first call there: mvn -q compile exec:java')
assert !log.contains('[WARNING]')

def files = []
project.eachFileRecurse(groovy.io.FileType.FILES) { files << project.toPath().relativize(it.toPath()).toString().replace('\\', '/') }
assert files.sort() == ['.gitignore', 'README.md', 'pom.xml', 'src/main/java/com/example/Main.java',
    'src/test/java/com/example/MainTest.java']
assert basedir.list().findAll { it == 'target' || it == 'pom.xml' } == []
// The README gives the same command.
def goals = new Properties()
new File(basedir, 'invoker.properties').withInputStream { goals.load(it) }
def version = (new File(project, 'pom.xml').text =~ /<whittle.version>(.+)<\/whittle.version>/)[0][1]
assert new File(readme).readLines('UTF-8').contains('mvn ' + goals['invoker.goals.1'].replace('${project.version}', version))

context.logged = log.length()
return true
