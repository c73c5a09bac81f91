import java.util.concurrent.TimeUnit

assert new File(basedir, 'build.log').readLines('UTF-8').findAll { it.startsWith('[WARNING]') } == []

def image = new File(basedir, 'target/image/bin')
def run = { String... command ->
    def process = new ProcessBuilder(command).redirectErrorStream(true).start()
    def said = process.inputStream.getText('UTF-8').normalize()
    assert process.waitFor(1, TimeUnit.MINUTES)
    assert process.exitValue() == 0: said
    said
}

// java.base alone of the JDK: no java.net.http, no logging, no cryptography beyond it.
assert run(new File(image, 'java').path, '--list-modules').readLines().collect { it.replaceAll('@.*', '') }.sort() ==
    ['dev.whittle.bedrockagentcore', 'dev.whittle.bedrockagentcore.demo', 'dev.whittle.runtime', 'java.base']

// The service of the demo, outside of the image: it needs more of the JDK than a client does.
def classPath = [new File(basedir.parentFile.parentFile, 'test-classes')]
localRepositoryPath.eachFileRecurse {
    if (it.name ==~ /jackson-core-\d.*\.jar/) {
        classPath << it
    }
}
def loader = new URLClassLoader(classPath.collect { it.toURI().toURL() } as URL[], ClassLoader.systemClassLoader)
def type = loader.loadClass('dev.whittle.bedrockagentcore.demo.LoopbackService')
def call = { target, name -> type.getDeclaredMethod(name).tap { accessible = true }.invoke(target) }
def service = call(null, 'start')
try {
    def said = run(new File(image, 'demo').path, call(service, 'endpoint').toString())
    [
        'session: READY ViewPort{width=1280, height=720}',
        'proxy: Unknown{tag=managedProxy, value=***}',
        'no pages: the module java.net.http is missing: require it, or start with --add-modules java.net.http',
        'listed: image TERMINATED',
        'not found: HTTP 404'
    ].inject(said.readLines()) { lines, wanted ->
        def at = lines.indexOf(wanted)
        assert at >= 0: "'$wanted' is not, or not at its place, in:\n$said"
        lines.drop(at + 1)
    }
} finally {
    call(service, 'close')
    loader.close()
}
return true
