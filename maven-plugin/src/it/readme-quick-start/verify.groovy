import java.security.KeyStore
import java.util.concurrent.TimeUnit
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext

def log = new File(basedir, 'build.log').getText('UTF-8')

// All that the program says, since there are no credentials in its environment.
assert log.contains('no credentials: set a provider on the builder')
assert log.contains('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')
assert !log.contains('[ERROR]') && !log.contains('[WARNING]')

// Only what the one operation needs.
def sources = new File(basedir, 'target/generated-sources/whittle/com/example/agentcore')
assert new File(sources, 'internal').list().findAll { it.endsWith('Operation.java') } == ['GetBrowserSessionOperation.java']

// The same program with credentials. This script plays a proxy that, instead of leading to the service, answers for it.
def host = 'bedrock-agentcore.us-east-1.amazonaws.com'
def javaHome = System.getProperty('java.home')
def keys = new File(basedir, 'target/keys.p12')
def keytool = [javaHome + '/bin/keytool', '-genkeypair', '-keyalg', 'EC', '-dname', 'CN=' + host, '-ext', 'san=dns:' + host,
    '-alias', 'service', '-storetype', 'PKCS12', '-keystore', keys.path, '-storepass', 'loopback'].execute()
keytool.consumeProcessOutput()
assert keytool.waitFor() == 0
def keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
keyManagers.init(KeyStore.getInstance(keys, 'loopback'.toCharArray()), 'loopback'.toCharArray())
def tls = SSLContext.getInstance('TLS')
tls.init(keyManagers.keyManagers, null, null)

def head = { InputStream input ->
    def text = new StringBuilder()
    while (!text.toString().endsWith('\r\n\r\n')) {
        int c = input.read()
        assert c >= 0
        text << (char) c
    }
    text.toString()
}
def heads = []
def server = new ServerSocket(0, 1, InetAddress.loopbackAddress)
server.soTimeout = 60_000
Thread.start {
    server.accept().withCloseable { socket ->
        heads << head(socket.inputStream)
        socket.outputStream << 'HTTP/1.1 200 OK\r\n\r\n'
        tls.socketFactory.createSocket(socket, null, socket.port, true).withCloseable { service ->
            service.useClientMode = false
            heads << head(service.inputStream)
            def body = '{"browserIdentifier": "aws.browser.v1", "sessionId": "01ABC", "createdAt": "2026-11-22T09:15:30Z",' +
                ' "status": "READY", "viewPort": {"width": 1280, "height": 720}}'
            service.outputStream << "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length()}\r\n\r\n$body"
            service.outputStream.flush()
        }
    }
}

def jars = []
localRepositoryPath.eachFileRecurse {
    if (it.name ==~ /whittle-runtime-\d.*\.jar/) {
        jars << it.path
    }
}
def classPath = ([new File(basedir, 'target/classes').path] + jars).join(File.pathSeparator)
def program = new ProcessBuilder(javaHome + '/bin/java', '-Dhttps.proxyHost=' + server.inetAddress.hostAddress,
    '-Dhttps.proxyPort=' + server.localPort, '-Djavax.net.ssl.trustStore=' + keys.path,
    '-Djavax.net.ssl.trustStorePassword=loopback', '-cp', classPath, 'com.example.Main').redirectErrorStream(true)
program.environment() << [AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret']
program.environment().remove('AWS_SESSION_TOKEN')
def running = program.start()
def said = running.inputStream.getText('UTF-8')
assert running.waitFor(1, TimeUnit.MINUTES)
server.close()

assert said.normalize() == 'READY, ViewPort{width=1280, height=720}\n'
assert heads[0].startsWith("CONNECT $host:443 ")
assert heads[1].startsWith('GET /browsers/aws.browser.v1/sessions/get?sessionId=01ABC HTTP/1.1\r\n')
assert heads[1].contains("Host: $host\r\n")
assert heads[1] =~ 'Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/us-east-1/bedrock-agentcore/aws4_request, '
