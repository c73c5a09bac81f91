package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** nginx as the server, where it is installed. With {@code WHITTLE_REQUIRE_NGINX=true} it must be. */
class NginxTest extends PeerContract {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    @TempDir
    static Path folder;

    private static Process nginx;
    private static int plain;
    private static int secure;

    @BeforeAll
    static void start() throws Exception {
        boolean isInstalled = Files.isExecutable(NGINX);
        if (!"true".equals(System.getenv("WHITTLE_REQUIRE_NGINX"))) {
            assumeTrue(isInstalled, "nginx is not installed: apt-get install nginx-light");
        }
        assertThat(isInstalled).as("nginx is installed").isTrue();
        plain = freePort();
        secure = freePort();
        Files.createDirectories(folder.resolve("root/files"));
        Files.writeString(folder.resolve("root/small"), "hello");
        Files.writeString(
                folder.resolve("server.pem"),
                pem("CERTIFICATE", keys.getCertificate("localhost").getEncoded())
                        + pem(
                                "PRIVATE KEY",
                                keys.getKey("localhost", TlsServer.PASSWORD).getEncoded()));
        Files.writeString(folder.resolve("nginx.conf"), configuration());
        nginx = new ProcessBuilder(NGINX.toString(), "-p", folder.toString(), "-c", "nginx.conf", "-e", "error.log")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        awaitStart();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            assertThat(nginx.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Override
    long idleMillis() {
        return 1000;
    }

    @Override
    String authority(String scheme) {
        return "127.0.0.1:" + (scheme.equals("https") ? secure : plain);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END " + kind + "-----\n";
    }

    private static String configuration() {
        return """
                daemon off;
                master_process off;
                pid nginx.pid;
                events { worker_connections 512; }
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    client_max_body_size 100m;
                    keepalive_requests 7;
                    keepalive_timeout 1s;
                    gzip off;
                    server {
                        listen 127.0.0.1:%d;
                        listen 127.0.0.1:%d ssl;
                        ssl_certificate server.pem;
                        ssl_certificate_key server.pem;
                        root root;
                        location /files { dav_methods PUT; }
                        location /post { return 200 "posted"; }
                    }
                }
                """.formatted(plain, secure);
    }

    private static void awaitStart() throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (true) {
            try {
                new Socket("127.0.0.1", secure).close();
                return;
            } catch (IOException e) {
                assertThat(nginx.isAlive() && System.nanoTime() < end)
                        .as(Files.readString(folder.resolve("output")))
                        .isTrue();
                Thread.sleep(20);
            }
        }
    }
}
