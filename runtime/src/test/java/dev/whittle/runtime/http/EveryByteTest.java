package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are cut off, stalled or damaged at each of their bytes. Seeds are in the messages. */
@Timeout(120)
class EveryByteTest {
    private static final String LENGTH = "HTTP/1.1 200 OK\r\nX-A: some value\r\nContent-Length: 11\r\n\r\nhello world";
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-A: b\r\n\r\n"
            + "5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nX-Sum: 1\r\n\r\n";
    private static final String PROVISIONAL = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + LENGTH;

    /** Serves each connection with the next of the responses, and stalls behind it or closes. */
    private static RawServer serving(ConcurrentLinkedQueue<byte[]> responses, boolean stalling) throws IOException {
        return new RawServer(c -> {
            c.readHead();
            byte[] response = responses.poll();
            if (response != null) {
                c.write(response);
            }
            if (stalling) {
                c.awaitEnd();
            }
        });
    }

    private static String read(HttpTransport transport, RawServer server, int timeout) throws IOException {
        try (HttpResponse response =
                transport.send(server.request("GET").timeouts(5000, timeout).build())) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LENGTH, CHUNKED, PROVISIONAL})
    void aResponseThatIsCutOffIsNeverASuccess(String whole) throws IOException {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        ConcurrentLinkedQueue<byte[]> responses = new ConcurrentLinkedQueue<>();
        try (RawServer server = serving(responses, false);
                HttpTransport transport = new SocketTransport()) {
            for (int end = 0; end < bytes.length; end++) {
                responses.add(Arrays.copyOf(bytes, end));
                assertThatThrownBy(() -> read(transport, server, 20_000))
                        .as("cut off after '%s'", whole.substring(0, end))
                        .isInstanceOf(IOException.class)
                        .isNotInstanceOf(SocketTimeoutException.class);
            }
            responses.add(bytes);
            assertThat(read(transport, server, 20_000)).isEqualTo("hello world");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LENGTH, CHUNKED, PROVISIONAL})
    void aResponseThatStallsIsGivenUp(String whole) throws Exception {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        ExecutorService threads = Executors.newFixedThreadPool(bytes.length);
        try (HttpTransport transport = new SocketTransport()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < bytes.length; i++) {
                int end = i;
                all.add(threads.submit(() -> {
                    ConcurrentLinkedQueue<byte[]> responses = new ConcurrentLinkedQueue<>();
                    responses.add(Arrays.copyOf(bytes, end));
                    try (RawServer server = serving(responses, true)) {
                        assertThatThrownBy(() -> read(transport, server, 2000))
                                .as("stalled after '%s'", whole.substring(0, end))
                                .isInstanceOf(SocketTimeoutException.class)
                                .isNotInstanceOf(ConnectTimeoutException.class);
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

    @Test
    void aResponseMayArriveByteByByte() throws IOException {
        for (String whole : List.of(LENGTH, CHUNKED, PROVISIONAL)) {
            try (RawServer server = new RawServer(c -> {
                        c.readHead();
                        c.socket.setTcpNoDelay(true);
                        for (byte b : whole.getBytes(StandardCharsets.UTF_8)) {
                            c.write(new byte[] {b});
                        }
                    });
                    HttpTransport transport = new SocketTransport()) {
                assertThat(read(transport, server, 20_000)).isEqualTo("hello world");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: +5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 5, 6\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nX-A: b\r\n c\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\n X-A: b\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nX-A : b\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nX-A: b\rX-B: c\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nX-A: b\0c\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nX\0A: b\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 O\0K\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 O\rK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nno header\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\n: b\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nX\u00e9: b\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 2x0 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 20 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 2000 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 099 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/2.0 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1  200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "http/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n;a=b\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5 x\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;\0\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a\nb\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n00000000000000005\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nno trailer\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-A: b\r\n c\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-A : b\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\nX-A: b\r\n\r\n",
                // The Kelvin sign, which is a K to those who ignore case.
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chun\u00e2\u0084\u00aaed\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            })
    void whatCouldBeUnderstoodInTwoWaysIsRefused(String response) throws Exception {
        byte[] bytes = response.getBytes(StandardCharsets.ISO_8859_1);
        ConcurrentLinkedQueue<byte[]> responses = new ConcurrentLinkedQueue<>();
        responses.add(bytes);
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write(responses.remove());
                    // Only the client can end it.
                    c.readToEnd();
                });
                HttpTransport transport = new SocketTransport()) {
            assertThatThrownBy(() -> read(transport, server, 20_000))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class)
                    .hasMessageStartingWith("the response is not valid HTTP: ")
                    .hasMessageNotContaining("hello");
            server.awaitClosed(1);
            assertThat(server.received).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 caf\u00e9\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\ncontent-length:5\t \r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nX-Empty:\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0005 \r\nhello\r\n00;x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5 ; a = \"b c\"\r\nhello\r\n0\r\nX: y\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nhello",
                "HTTP/1.0 200 OK\r\n\r\nhello",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            })
    void whatIsUnusualButClearIsRead(String response) throws IOException {
        ConcurrentLinkedQueue<byte[]> responses = new ConcurrentLinkedQueue<>();
        responses.add(response.getBytes(StandardCharsets.ISO_8859_1));
        try (RawServer server = serving(responses, false);
                HttpTransport transport = new SocketTransport()) {
            assertThat(read(transport, server, 20_000)).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nX-A: |a",
                "HTTP/1.1 200 OK\r\n|X-A: a\r\n",
                "HTTP/1.1 200 |O",
                "|HTTP/1.1 102 Processing\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=|b",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n|1;aaaaaaaaaaaaaaaaaaaaaaaaaaa\r\nx\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-A: |a",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n|X-A: a\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n|0",
                "|\r\n",
            })
    void whatNeverEndsIsRefused(String response) throws Exception {
        int bar = response.indexOf('|');
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write(response.substring(0, bar));
                    c.writeForever(response.substring(bar + 1));
                });
                HttpTransport transport = new SocketTransport()) {
            assertThatThrownBy(() -> read(transport, server, 20_000))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class)
                    .hasMessageStartingWith("the response is not valid HTTP: ");
            server.awaitClosed(1);
            assertThat(server.received).hasSize(1);
        }
    }

    @Test
    void damageIsAnIoExceptionOrAnotherResponseAndNothingElse() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] wholes = {LENGTH, CHUNKED, PROVISIONAL};
        ConcurrentLinkedQueue<byte[]> responses = new ConcurrentLinkedQueue<>();
        try (RawServer server = serving(responses, false);
                HttpTransport transport = new SocketTransport()) {
            for (int round = 0; round < 1000; round++) {
                byte[] bytes = wholes[random.nextInt(wholes.length)].getBytes(StandardCharsets.UTF_8);
                for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
                    bytes = damaged(bytes, random);
                }
                responses.add(bytes);
                try {
                    read(transport, server, 20_000);
                } catch (IOException e) {
                    assertThat(e).as("seed %d, round %d", seed, round).isNotInstanceOf(SocketTimeoutException.class);
                }
            }
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        byte[] copy;
        switch (random.nextInt(4)) {
            case 0 -> {
                copy = bytes.clone();
                copy[at] = (byte) random.nextInt(256);
            }
            case 1 -> {
                copy = new byte[bytes.length - 1];
                System.arraycopy(bytes, 0, copy, 0, at);
                System.arraycopy(bytes, at + 1, copy, at, copy.length - at);
            }
            case 2 -> {
                copy = new byte[bytes.length + 1];
                System.arraycopy(bytes, 0, copy, 0, at);
                copy[at] = (byte) "\r\n\0 :;0".charAt(random.nextInt(7));
                System.arraycopy(bytes, at, copy, at + 1, bytes.length - at);
            }
            default -> {
                // A piece of it twice.
                int length = random.nextInt(bytes.length - at);
                copy = new byte[bytes.length + length];
                System.arraycopy(bytes, 0, copy, 0, at + length);
                System.arraycopy(bytes, at, copy, at + length, bytes.length - at);
            }
        }
        return copy;
    }
}
