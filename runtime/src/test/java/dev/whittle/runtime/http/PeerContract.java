package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the transport does with a server that others wrote. The server has the file {@code /small} with the text "hello",
 * stores what is PUT below {@code /files}, responds to POST with "posted", and ends connections after seven requests.
 */
@Timeout(120)
abstract class PeerContract {
    static final int LARGE = 50 << 20;

    static KeyStore keys;

    private HttpTransport transport;

    /** The host and port for a scheme. */
    abstract String authority(String scheme);

    /** How long the server keeps a connection without a request. */
    abstract long idleMillis();

    @BeforeAll
    static void makeACertificate() throws Exception {
        keys = TlsServer.keys("localhost", "-keyalg", "EC", "-ext", "SAN=ip:127.0.0.1");
    }

    @BeforeEach
    void open() throws Exception {
        transport =
                SocketTransport.builder().sslContext(TlsServer.context(keys)).build();
    }

    @AfterEach
    void close() {
        transport.close();
    }

    private HttpRequest.Builder request(String scheme, String method, String path) {
        return HttpRequest.builder()
                .method(method)
                .origin(scheme, authority(scheme))
                .path(path)
                .timeouts(10_000, 60_000);
    }

    private HttpResponse send(HttpRequest.Builder request) throws IOException {
        return transport.send(request.build());
    }

    private static String text(HttpResponse response) throws IOException {
        try (response) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] random(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** A body that is sent in chunks. */
    private static RequestBody chunked(byte[] bytes) {
        return new RequestBody() {
            @Override
            public long size() {
                return -1;
            }

            @Override
            public boolean isRepeatable() {
                return true;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                for (int at = 0; at < bytes.length; at += 9999) {
                    out.write(bytes, at, Math.min(9999, bytes.length - at));
                }
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aFileIsReadWithAndWithoutItsBody(String scheme) throws IOException {
        for (int i = 0; i < 3; i++) {
            HttpResponse whole = send(request(scheme, "GET", "/small"));
            assertThat(whole.status()).isEqualTo(200);
            String tag = whole.headers().first("ETag");
            assertThat(tag).isNotNull();
            assertThat(text(whole)).isEqualTo("hello");
            HttpResponse head = send(request(scheme, "HEAD", "/small"));
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.headers().first("Content-Length")).isEqualTo("5");
            assertThat(text(head)).isEmpty();
            HttpRequest.Builder conditional = request(scheme, "GET", "/small");
            conditional.headers().add("If-None-Match", tag);
            HttpResponse same = send(conditional);
            assertThat(same.status()).isEqualTo(304);
            assertThat(text(same)).isEmpty();
            HttpResponse missing = send(request(scheme, "GET", "/missing"));
            assertThat(missing.status()).isEqualTo(404);
            text(missing);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void bodiesWithAndWithoutALengthArriveWhole(String scheme) throws IOException {
        for (int size : new int[] {0, 1, 16_000, 40_000, 3 << 20}) {
            byte[] bytes = random(size, size);
            for (RequestBody body : List.of(RequestBody.unsafe(bytes, 0, size), chunked(bytes))) {
                String path = "/files/" + scheme + size + body.size();
                HttpResponse put = send(request(scheme, "PUT", path).body(body));
                assertThat(put.status()).isIn(200, 201, 204);
                text(put);
                try (HttpResponse got = send(request(scheme, "GET", path))) {
                    assertThat(got.body().readAllBytes()).isEqualTo(bytes);
                }
                assertThat(text(send(request(scheme, "POST", "/post").body(body))))
                        .isEqualTo("posted");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void fiftyMegabytesGoUpAndDown(String scheme) throws IOException {
        byte[] bytes = random(LARGE, 1);
        for (RequestBody body : List.of(RequestBody.unsafe(bytes, 0, LARGE), chunked(bytes))) {
            HttpResponse put =
                    send(request(scheme, "PUT", "/files/large" + scheme).body(body));
            assertThat(put.status()).isIn(200, 201, 204);
            text(put);
            try (HttpResponse got = send(request(scheme, "GET", "/files/large" + scheme))) {
                InputStream in = got.body();
                byte[] piece = new byte[100_000];
                int at = 0;
                for (int count = in.readNBytes(piece, 0, piece.length);
                        count > 0;
                        count = in.readNBytes(piece, 0, piece.length)) {
                    assertThat(Arrays.mismatch(bytes, at, at + count, piece, 0, count))
                            .isNegative();
                    at += count;
                }
                assertThat(at).isEqualTo(LARGE);
            }
        }
    }

    /** The server says which response is the last of a connection. */
    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void theLimitOfAConnectionIsNoFailure(String scheme) throws IOException {
        for (int i = 0; i < 100; i++) {
            assertThat(text(send(request(scheme, "GET", "/small"))))
                    .as("request %d", i)
                    .isEqualTo("hello");
        }
    }

    /** The server closes the connection between two requests, and does not say so. */
    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aConnectionThatRestedTooLongIsNoFailure(String scheme) throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(text(send(request(scheme, "GET", "/small")))).isEqualTo("hello");
            Thread.sleep(idleMillis() + 500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void manyCallersFailNever(String scheme) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                byte[] bytes = random(20_000, i);
                String path = "/files/many" + scheme + i;
                all.add(threads.submit(() -> {
                    for (int round = 0; round < 15; round++) {
                        assertThat(text(send(request(scheme, "GET", "/small")))).isEqualTo("hello");
                        text(send(request(scheme, "PUT", path).body(RequestBody.unsafe(bytes, 0, bytes.length))));
                        try (HttpResponse got = send(request(scheme, "GET", path))) {
                            assertThat(got.body().readAllBytes()).isEqualTo(bytes);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
