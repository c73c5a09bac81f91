package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.http2.Http2HeadersFrame;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two-way streams with Netty's HTTP/2, plain and over TLS. */
@Timeout(60)
class TwoWayTest {
    private static SSLContext tls;

    @BeforeAll
    static void makeACertificate() throws Exception {
        KeyStore keys = TlsServer.keys("server", "-ext", "SAN=ip:127.0.0.1");
        tls = TlsServer.context(keys);
    }

    private static SocketTransport transport() {
        return SocketTransport.builder().sslContext(tls).noProxy().build();
    }

    private static String read(InputStream in, int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Each part is sent after the response to the one before was read. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theResponseIsReadWhileTheRequestIsWritten(boolean secure) throws Exception {
        QueuedRequest body = new QueuedRequest();
        try (NettyServer server = new NettyServer(secure ? tls : null, NettyServer.echo());
                SocketTransport transport = transport()) {
            HttpRequest.Builder request = server.request(body).query("q=1");
            request.headers().add("X-Amz-Date", "now");
            try (HttpResponse response = transport.send(request.build())) {
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.headers().first("x-a")).isEqualTo("b");
                for (int i = 0; i < 100; i++) {
                    String part = "part " + i;
                    body.send(part);
                    assertThat(read(response.body(), part.length())).isEqualTo(part);
                }
                assertThat(response.trailers().size()).isZero();
                body.end();
                assertThat(response.body().read()).isEqualTo(-1);
                assertThat(response.body().read()).isEqualTo(-1);
                assertThat(response.trailers().first("x-echo")).isEqualTo("done");
            }
            assertThat(server.heads).singleElement().satisfies(head -> {
                assertThat(head.path()).hasToString("/x?q=1");
                assertThat(head.scheme()).hasToString(secure ? "https" : "http");
                assertThat(head.authority()).hasToString(request.authority());
                assertThat(head.get("x-amz-date")).hasToString("now");
                assertThat(head.contains("transfer-encoding")).isFalse();
            });
            server.awaitNoConnections();
            assertThat(server.connections).hasValue(0);
            assertThat(server.resets).isEmpty();
        }
    }

    @Test
    void fieldsBehindTheBodyAreSent() throws Exception {
        QueuedRequest body = new QueuedRequest();
        try (NettyServer server = new NettyServer(null, NettyServer.echo());
                SocketTransport transport = transport();
                HttpResponse response = transport.send(server.request(body).build())) {
            body.send("a");
            body.end(HttpHeaders.builder().add("X-Sum", "4711").build());
            assertThat(read(response.body(), 2)).isEqualTo("a");
            assertThat(response.trailers().first("x-echo")).isEqualTo("4711");
        }
    }

    /** Random sizes both ways, beyond all windows; a length that is known, or not. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void muchDataFlowsBothWays(boolean secure) throws Exception {
        long seed = System.nanoTime();
        int size = 24 << 20;
        MessageDigest written = MessageDigest.getInstance("SHA-256");
        MessageDigest read = MessageDigest.getInstance("SHA-256");
        RequestBody body = new RandomBody(seed, size, secure, written);
        try (NettyServer server = new NettyServer(secure ? tls : null, NettyServer.echo());
                SocketTransport transport = transport();
                HttpResponse response =
                        transport.send(server.request(body).streamed(20_000).build())) {
            DigestInputStream in = new DigestInputStream(response.body(), read);
            Random random = new Random(seed);
            byte[] buffer = new byte[50_000];
            long total = 0;
            for (int count = 0; count >= 0; count = in.read(buffer, 7, 1 + random.nextInt(buffer.length - 7))) {
                total += count;
            }
            assertThat(total).as("seed %s", seed).isEqualTo(size);
            assertThat(read.digest()).as("seed %s", seed).isEqualTo(written.digest());
            assertThat(server.heads.get(0).contains("content-length")).isEqualTo(secure);
        }
    }

    @Test
    void aRequestWithoutABodyIsOneFrame() throws Exception {
        try (NettyServer server = new NettyServer(null, NettyServer.echo());
                SocketTransport transport = transport();
                HttpResponse response = transport.send(server.request(null).build())) {
            assertThat(response.body().read()).isEqualTo(-1);
            assertThat(response.trailers().first("x-echo")).isEqualTo("null");
        }
    }

    /** The server rejects the request after its head. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aResponseThatEndsBeforeTheRequestStopsTheBody(boolean sending) throws Exception {
        QueuedRequest body = new QueuedRequest();
        if (sending) {
            body.send(new byte[10 << 20]);
        }
        NettyServer.Script script = (stream, frame) -> {
            if (frame instanceof Http2HeadersFrame) {
                NettyServer.respond(stream, "403");
                stream.writeAndFlush(new io.netty.handler.codec.http2.DefaultHttp2DataFrame(
                        io.netty.buffer.Unpooled.copiedBuffer("no", StandardCharsets.UTF_8), true));
            }
        };
        try (NettyServer server = new NettyServer(null, script);
                SocketTransport transport = transport();
                HttpResponse response = transport.send(server.request(body).build())) {
            assertThat(response.status()).isEqualTo(403);
            assertThat(read(response.body(), 3)).isEqualTo("no");
            assertThat(body.isLeft()).isTrue();
            server.awaitNoConnections();
            assertThat(server.connections).hasValue(0);
            // The response may be there before the thread of the body has begun.
            assertThat(body.isLeft()).isTrue();
            assertThat(body.started).isEqualTo(body.thrown != null);
        }
    }

    @Test
    void theFailureOfTheBodyReachesTheReaderBehindTheData() throws Exception {
        QueuedRequest body = new QueuedRequest();
        RuntimeException failure = new IllegalStateException("no more events");
        try (NettyServer server = new NettyServer(null, NettyServer.echo());
                SocketTransport transport = transport();
                HttpResponse response = transport.send(server.request(body).build())) {
            body.send("abc");
            assertThat(read(response.body(), 3)).isEqualTo("abc");
            body.fail(failure);
            assertThatThrownBy(() -> response.body().read())
                    .hasMessage("the body of the request could not be sent")
                    .hasCause(failure);
            server.awaitNoConnections();
            assertThat(server.resets).containsExactly(8L);
        }
    }

    @Test
    void theFailureOfTheBodyReachesTheCallerWhoWaitsForTheHead() throws Exception {
        QueuedRequest body = new QueuedRequest();
        body.fail(new IllegalStateException("no events"));
        try (NettyServer server = new NettyServer(null, (stream, frame) -> {});
                SocketTransport transport = transport()) {
            assertThatThrownBy(() -> transport.send(server.request(body).build()))
                    .isInstanceOf(IOException.class)
                    .hasRootCauseMessage("no events");
            server.awaitNoConnections();
            assertThat(server.connections).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 11})
    void aBodyOfAnotherLengthThanAnnouncedFails(int length) throws Exception {
        RequestBody body = new RandomBody(1, 10, true, MessageDigest.getInstance("SHA-256")) {
            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(new byte[length]);
            }
        };
        try (NettyServer server = new NettyServer(null, (stream, frame) -> {});
                SocketTransport transport = transport()) {
            assertThatThrownBy(() -> transport.send(server.request(body).build()))
                    .hasStackTraceContaining(length < 10 ? "1 bytes shorter than" : "longer than its announced length");
        }
    }

    /** Bytes of a seed, written in pieces of random sizes. */
    private static class RandomBody extends RequestBody {
        private final long seed;
        private final int size;
        private final boolean isSized;
        private final MessageDigest digest;

        RandomBody(long seed, int size, boolean isSized, MessageDigest digest) {
            this.seed = seed;
            this.size = size;
            this.isSized = isSized;
            this.digest = digest;
        }

        @Override
        public long size() {
            return isSized ? size : -1;
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            Random random = new Random(seed);
            DigestOutputStream summed = new DigestOutputStream(out, digest);
            int left = size;
            while (left > 0) {
                byte[] piece = new byte[Math.min(left, 1 + random.nextInt(random.nextInt(10) == 0 ? 100_000 : 3000))];
                random.nextBytes(piece);
                summed.write(piece);
                left -= piece.length;
                if (random.nextInt(20) == 0) {
                    summed.flush();
                }
            }
        }

        @Override
        public byte[] toByteArray() {
            throw new UnsupportedOperationException();
        }
    }
}
