package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.transport.jdk.JdkHttpClientTransport;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the JDK's client cannot send is refused before it is sent. */
@Tag("transport")
@Timeout(60)
class JdkTransportTest {
    @Test
    void itIsTheTransportThatSharedTestsRunWith() {
        assertThat(Transports.underTest()).singleElement().isInstanceOf(JdkHttpClientTransport.class);
    }

    @Test
    void aHostThatItCannotCallIsRefusedAndNothingQuoted() {
        try (HttpTransport transport = new JdkHttpClientTransport()) {
            HttpRequest request = HttpRequest.builder()
                    .origin("http", "under_score.localhost")
                    .path("/secret")
                    .build();
            assertThatThrownBy(() -> transport.send(request))
                    .isInstanceOf(UnsendableRequestException.class)
                    .hasMessageContaining("the host of the request")
                    .hasNoCause();
        }
    }

    @Test
    void whatItWouldSendAsQuestionMarksIsRefused() throws IOException {
        try (RawServer server = RawServer.responding("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                HttpTransport transport = new JdkHttpClientTransport()) {
            HttpRequest.Builder request = server.request("GET");
            request.headers().add("X-Name", "caf\u00e9");
            assertThatThrownBy(() -> transport.send(request.build()))
                    .isInstanceOf(UnsendableRequestException.class)
                    .hasMessageContaining("X-Name")
                    .hasMessageNotContaining("caf");
            assertThat(server.connections).hasValue(0);
        }
    }

    @Test
    void aTwoWayRequestIsRefused() {
        HttpRequest request =
                HttpRequest.builder().origin("http", "127.0.0.1:1").twoWay().build();
        try (JdkHttpClientTransport transport = new JdkHttpClientTransport()) {
            assertThatThrownBy(() -> transport.send(request))
                    .isInstanceOf(UnsendableRequestException.class)
                    .hasMessageContaining("SocketTransport can");
        }
    }
}
