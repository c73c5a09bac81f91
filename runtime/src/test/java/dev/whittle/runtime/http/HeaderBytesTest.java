package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of headers beyond ASCII are the same in every locale, and so are those that are read. */
@Timeout(120)
class HeaderBytesTest {
    private static final String VALUE = "caf\u00e9 \u20ac \ud83d\ude00";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "US-ASCII"})
    void valuesGoOutAndComeInAsUtf8(String encoding) throws Exception {
        // The server reads and writes bytes as they are.
        byte[] utf = VALUE.getBytes(StandardCharsets.UTF_8);
        String bytes = new String(utf, StandardCharsets.ISO_8859_1);
        try (RawServer server = new RawServer(c -> {
            c.readHead();
            c.write(("HTTP/1.1 200 OK\r\nX-Echo: " + bytes + "\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
        })) {
            ProcessBuilder child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dfile.encoding=" + encoding,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            Integer.toString(server.port()))
                    .redirectErrorStream(true);
            child.environment().put("LC_ALL", "C");
            Process process = child.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(out.trim()).isEqualTo("same");
            assertThat(server.heads.get(0)).contains("\r\nX-Name: " + bytes + "\r\n");
        }
    }

    /** Runs in a process of its own. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            HttpRequest.Builder request =
                    HttpRequest.builder().origin("http", "127.0.0.1:" + args[0]).timeouts(5000, 20_000);
            request.headers().add("X-Name", VALUE);
            try (HttpTransport transport = new SocketTransport();
                    HttpResponse response = transport.send(request.build())) {
                boolean same = VALUE.equals(response.headers().first("X-Echo"));
                System.out.println(same ? "same" : List.of(response.headers().toMap()));
            }
        }
    }
}
