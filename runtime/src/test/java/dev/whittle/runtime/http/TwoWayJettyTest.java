package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A second server, whose frames, windows and header blocks are not those of Netty. */
@Timeout(60)
class TwoWayJettyTest {
    private static final class Echo extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().add("x-path", request.getHttpURI().getPathQuery());
            response.write(
                    false,
                    ByteBuffer.allocate(0),
                    Callback.from(() -> Content.copy(request, response, callback), callback::failed));
            return true;
        }
    }

    @Test
    void jettyRespondsWhileTheRequestIsWritten() throws Exception {
        Server server = new Server();
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new HTTP2CServerConnectionFactory(new HttpConfiguration()));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Echo());
        server.start();
        try (SocketTransport transport = new SocketTransport()) {
            for (int round = 0; round < 3; round++) {
                QueuedRequest body = new QueuedRequest();
                HttpRequest request = HttpRequest.builder()
                        .method("POST")
                        .origin("http", "127.0.0.1:" + connector.getLocalPort())
                        .path("/a")
                        .query("b=c")
                        .timeouts(5000, 20_000)
                        .body(body)
                        .twoWay()
                        .build();
                try (HttpResponse response = transport.send(request)) {
                    assertThat(response.status()).isEqualTo(200);
                    assertThat(response.headers().first("x-path")).isEqualTo("/a?b=c");
                    for (int i = 0; i < 100; i++) {
                        String part = "part " + i;
                        body.send(part);
                        assertThat(new String(response.body().readNBytes(part.length()), StandardCharsets.UTF_8))
                                .isEqualTo(part);
                    }
                    byte[] large = new byte[5 << 20];
                    large[large.length - 1] = 7;
                    body.send(large);
                    body.end();
                    assertThat(response.body().readAllBytes()).isEqualTo(large);
                }
            }
        } finally {
            server.stop();
        }
    }
}
