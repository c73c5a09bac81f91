package dev.whittle.runtime.http;

import static dev.whittle.runtime.http.FrameServer.SETTINGS;
import static dev.whittle.runtime.http.FrameServer.block;
import static dev.whittle.runtime.http.FrameServer.data;
import static dev.whittle.runtime.http.FrameServer.fields;
import static dev.whittle.runtime.http.FrameServer.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that breaks the rules of HTTP/2 one by one: the caller learns which, and the server is told. */
@Timeout(60)
class Http2ViolationTest {
    /** The exchange's outcome: the failure, or null and the body. */
    private static final class Outcome {
        Throwable failure;
        String body = "";
        HttpResponse response;
        List<FrameServer.Frame> frames = List.of();

        /** The code of GOAWAY. */
        int code() {
            return frames.stream()
                    .filter(f -> f.type == 7)
                    .findFirst()
                    .orElseThrow()
                    .code();
        }
    }

    private static Outcome exchange(byte[] sent) throws Exception {
        return exchange(c -> c.write(sent));
    }

    private static Outcome exchange(RawServer.Script script) throws Exception {
        CompletableFuture<List<FrameServer.Frame>> frames = new CompletableFuture<>();
        Outcome outcome = new Outcome();
        try (RawServer server = new RawServer(c -> {
                    FrameServer.readHead(c);
                    try {
                        script.run(c);
                    } finally {
                        frames.complete(FrameServer.readToEnd(c));
                    }
                });
                SocketTransport transport = new SocketTransport()) {
            QueuedRequest body = new QueuedRequest();
            HttpRequest request = server.request("POST").body(body).twoWay().build();
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            outcome.failure = catchThrowable(() -> {
                try (HttpResponse response = transport.send(request)) {
                    outcome.response = response;
                    response.body().transferTo(read);
                }
            });
            outcome.body = read.toString(StandardCharsets.UTF_8);
            assertThat(body.isLeft()).as("the thread of the body is released").isTrue();
            outcome.frames = frames.get(20, TimeUnit.SECONDS);
        }
        return outcome;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.whittle.runtime.http.Http2Violations#violations")
    void aViolationIsNamedAndTold(String name, byte[] sent, int code, String problem) throws Exception {
        boolean unread = problem.startsWith("more data than");
        Outcome outcome = unread ? unread(sent) : exchange(sent);
        assertThat(outcome.failure).isInstanceOf(IOException.class).hasMessageContaining(problem);
        // Where much is left unread, the goodbye can be lost with the connection.
        if (code != 11 || sent.length < 10_000) {
            assertThat(outcome.code()).isEqualTo(code);
        }
    }

    /** An exchange whose caller does not read before the server has sent everything. */
    private static Outcome unread(byte[] sent) throws Exception {
        CompletableFuture<List<FrameServer.Frame>> frames = new CompletableFuture<>();
        Outcome outcome = new Outcome();
        try (RawServer server = new RawServer(c -> {
                    FrameServer.readHead(c);
                    c.write(sent);
                    frames.complete(FrameServer.readToEnd(c));
                });
                SocketTransport transport = new SocketTransport();
                HttpResponse response = transport.send(server.request("POST")
                        .body(new QueuedRequest())
                        .twoWay()
                        .build())) {
            outcome.frames = frames.get(20, TimeUnit.SECONDS);
            outcome.failure = catchThrowable(() -> response.body().readAllBytes());
        }
        return outcome;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.whittle.runtime.http.Http2Violations#tolerated")
    void whatIsAllowedIsRead(String name, byte[] sent, String body) throws Exception {
        Outcome outcome = exchange(sent);
        assertThat(outcome.failure).isNull();
        assertThat(outcome.body).isEqualTo(body);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void pingsAndSettingsAreAcknowledged() throws Exception {
        Outcome outcome = exchange(Http2Violations.responded(frame(6, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8), data("", true)));
        assertThat(outcome.failure).isNull();
        assertThat(outcome.frames)
                .anySatisfy(f -> {
                    assertThat(f.type).isEqualTo(4);
                    assertThat(f.flags).isEqualTo(1);
                    assertThat(f.payload).isEmpty();
                })
                .anySatisfy(f -> {
                    assertThat(f.type).isEqualTo(6);
                    assertThat(f.flags).isEqualTo(1);
                    assertThat(f.payload).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
                });
    }

    @Test
    void aServerThatDoesNotReadWhatItDemandsIsLeft() throws Exception {
        Outcome outcome = new Outcome();
        try (RawServer server = new RawServer(c -> {
                    c.readExactly(24);
                    c.write(SETTINGS);
                    byte[] pings = Http2Violations.repeat(frame(6, 0, 0, new byte[8]), 1000);
                    while (true) {
                        c.write(pings);
                    }
                });
                SocketTransport transport = new SocketTransport()) {
            outcome.failure = catchThrowable(() -> transport.send(
                    server.request("POST").body(new QueuedRequest()).twoWay().build()));
        }
        assertThat(outcome.failure).hasMessageContaining("the server");
    }

    @Test
    void theEndOfTheServerIsNoEndOfTheResponse() throws Exception {
        Outcome reset = exchange(Http2Violations.responded(data("ab", false), frame(3, 0, 1, 0, 0, 0, 0)));
        assertThat(reset.failure).hasMessage("the server ended the stream with NO_ERROR");
        assertThat(reset.body).isEqualTo("ab");
        Outcome refused = exchange(Http2Violations.started(frame(3, 0, 1, 0, 0, 0, 7)));
        assertThat(refused.failure).hasMessage("the server ended the stream with REFUSED_STREAM");
        Outcome goodbye = exchange(Http2Violations.started(frame(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12)));
        assertThat(goodbye.failure).hasMessage("the server refused the request with GOAWAY and INADEQUATE_SECURITY");
        Outcome closed = exchange(c -> {
            c.write(Http2Violations.responded(data("ab", false), frame(7, 0, 0, 0, 0, 0, 1, 0, 0, 0, 200)));
            c.socket.shutdownOutput();
        });
        assertThat(closed.failure)
                .hasMessage(
                        "the server closed the connection before the end of the response, with GOAWAY and code 200");
        assertThat(closed.body).isEqualTo("ab");
    }

    @Test
    void aServerOfHttp1IsRecognised() throws Exception {
        Outcome outcome =
                exchange("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(outcome.failure).hasMessageContaining("responds with HTTP/1.1");
    }

    /** Cut behind each byte, a response is either not there or not complete, and never takes long. */
    @Test
    void aResponseThatIsCutAnywhereFails() throws Exception {
        byte[] whole = Http2Violations.started(
                fields(4, ":status", "103", "a", "b"),
                fields(0, ":status", "200"),
                frame(9, 4, 1, block("x", "y")),
                frame(6, 0, 0, new byte[8]),
                frame(0, 8, 1, 2, 'a', 'b', 0, 0),
                frame(8, 0, 0, 0, 0, 0, 9),
                data("cd", false),
                fields(5, "t", "u"));
        assertThat(exchange(whole).body).isEqualTo("abcd");
        for (int i = 0; i < whole.length; i++) {
            byte[] cut = Arrays.copyOf(whole, i);
            Outcome outcome = exchange(c -> {
                c.write(cut);
                c.socket.shutdownOutput();
            });
            assertThat(outcome.failure)
                    .as("cut behind %s bytes", i)
                    .hasMessage("the server closed the connection before the end of the response");
            assertThat("abcd").startsWith(outcome.body);
        }
    }

    /** Whatever is done to its bytes, a response is read or refused. */
    @Test
    void aDamagedResponseEndsInAnException() throws Exception {
        byte[] whole = Http2Violations.started(
                frame(4, 0, 0, 0, 4, 0, 1, 0, 0),
                fields(4, ":status", "200", "content-length", "4"),
                frame(0, 8, 1, 2, 'a', 'b', 0, 0),
                frame(8, 0, 1, 0, 0, 0, 9),
                data("cd", false),
                fields(5, "t", "u"));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int failed = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            List<Integer> places = new ArrayList<>();
            for (int j = 1 + random.nextInt(3); j > 0; j--) {
                int place = random.nextInt(whole.length);
                places.add(place);
                damaged[place] = (byte) random.nextInt();
            }
            Outcome outcome = exchange(c -> {
                c.write(damaged);
                c.socket.shutdownOutput();
            });
            if (outcome.failure != null) {
                failed++;
                assertThat(outcome.failure)
                        .as("seed %s, bytes %s", seed, places)
                        .isInstanceOf(IOException.class);
                assertThat(outcome.failure.getMessage()).isNotEmpty();
            } else {
                assertThat(outcome.body).as("seed %s, bytes %s", seed, places).hasSizeLessThan(20);
            }
        }
        assertThat(failed).isGreaterThan(150);
    }

    @Test
    void nothingIsReadWithoutTheServersSettings() throws Exception {
        Outcome outcome = exchange(c -> {
            c.socket.shutdownOutput();
        });
        assertThat(outcome.failure).hasMessageContaining("closed the connection before the end");
    }
}
