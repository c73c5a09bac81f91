package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.transport.jdk.JdkHttpClientTransport;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads of the JDK's client hold on to nothing of the application that made a call. */
@Tag("transport")
@Timeout(180)
class JdkTransportThreadsTest {
    @Test
    void theyForgetTheFirstCaller() throws Exception {
        try (FaultServer server = new FaultServer(c -> c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
                HttpTransport transport = new JdkHttpClientTransport()) {
            List<WeakReference<?>> references = Applications.run(() -> Applications.send(transport, server));
            assertThat(Applications.isRunning("HttpClient-")).isTrue();
            for (int i = 0; i < 3; i++) {
                Applications.send(transport, server);
            }
            Applications.assertForgotten(references);
            assertThat(Applications.isRunning("HttpClient-")).isTrue();
        }
    }
}
