import com.sun.net.httpserver.HttpServer
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.Executors

// The remote cache: a server that keeps what is put and gives what is asked for.
def entries = new ConcurrentHashMap<String, byte[]>()
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.executor = Executors.newCachedThreadPool { new Thread(it).tap { daemon = true } }
server.createContext('/') { exchange ->
    def path = exchange.requestURI.path
    if (exchange.requestMethod == 'PUT') {
        entries[path] = exchange.requestBody.readAllBytes()
        exchange.sendResponseHeaders(201, -1)
    } else {
        def entry = entries[path]
        def hasBody = entry && exchange.requestMethod == 'GET'
        exchange.sendResponseHeaders(entry ? 200 : 404, hasBody ? entry.length : -1)
        if (hasBody) {
            exchange.responseBody.write(entry)
        }
    }
    exchange.close()
}
server.start()
context.server = server
context.entries = entries

new File(basedir, 'first-cache').deleteDir()
def properties = new Properties()
properties.setProperty('maven.build.cache.remote.url', "http://127.0.0.1:$server.address.port")
new File(basedir, 'test.properties').withOutputStream { properties.store(it, null) }
return true
