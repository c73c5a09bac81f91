package dev.whittle.runtime.http;

import static dev.whittle.runtime.http.FrameServer.OK;
import static dev.whittle.runtime.http.FrameServer.SETTINGS;
import static dev.whittle.runtime.http.FrameServer.data;
import static dev.whittle.runtime.http.FrameServer.frame;
import static dev.whittle.runtime.http.FrameServer.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two-way streams whose server stalls or whose caller leaves; no thread stays behind. */
@Timeout(60)
class TwoWayFaultTest {
    /** Where there are no virtual threads, these have names. */
    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (hasThreads() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(hasThreads()).isFalse();
    }

    private static boolean hasThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(t -> t.getName().startsWith("whittle-two-way"));
    }

    private static HttpRequest.Builder request(RawServer server, RequestBody body) {
        return server.request("POST").body(body).twoWay();
    }

    /** Sends the head of a response and some data, and then nothing. */
    private static RawServer stalling(CompletableFuture<List<FrameServer.Frame>> received, byte[]... sent)
            throws IOException {
        return new RawServer(c -> {
            FrameServer.readHead(c);
            c.write(join(SETTINGS, join(sent)));
            received.complete(FrameServer.readToEnd(c));
        });
    }

    private static void assertCancelled(CompletableFuture<List<FrameServer.Frame>> received) throws Exception {
        List<FrameServer.Frame> frames = received.get(10, TimeUnit.SECONDS);
        assertThat(frames)
                .filteredOn(f -> f.type == 3)
                .singleElement()
                .satisfies(f -> assertThat(f.code()).isEqualTo(8));
        assertThat(frames.get(frames.size() - 1).type).isEqualTo(7);
    }

    @Test
    void theTimeoutEndsAtTheHead() throws Exception {
        QueuedRequest body = new QueuedRequest();
        CompletableFuture<List<FrameServer.Frame>> received = new CompletableFuture<>();
        try (RawServer server = stalling(received);
                SocketTransport transport = new SocketTransport()) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> transport.send(
                            request(server, body).timeouts(5000, 300).build()))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("timed out while waiting for the response");
            assertThat(System.nanoTime() - start).isBetween(250_000_000L, 5_000_000_000L);
            assertThat(body.isLeft()).isTrue();
        }
        try (NettyServer server = new NettyServer(null, NettyServer.echo());
                SocketTransport transport = new SocketTransport()) {
            QueuedRequest later = new QueuedRequest();
            try (HttpResponse response =
                    transport.send(server.request(later).timeouts(5000, 3000).build())) {
                Thread.sleep(3300);
                later.send("a");
                assertThat(response.body().read()).isEqualTo('a');
            }
        }
    }

    @Test
    void theIdleTimeoutCountsWhileTheCallerWaits() throws Exception {
        QueuedRequest body = new QueuedRequest();
        CompletableFuture<List<FrameServer.Frame>> received = new CompletableFuture<>();
        try (RawServer server = stalling(received, OK, data("abc", false));
                SocketTransport transport = new SocketTransport();
                HttpResponse response =
                        transport.send(request(server, body).streamed(400).build())) {
            for (int i = 0; i < 3; i++) {
                Thread.sleep(250);
                assertThat(response.body().read()).isEqualTo('a' + i);
            }
            Thread.sleep(500);
            long start = System.nanoTime();
            assertThatThrownBy(() -> response.body().read())
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("timed out while reading the response");
            assertThat(System.nanoTime() - start).isGreaterThan(350_000_000L);
            assertThatThrownBy(() -> response.body().read()).isInstanceOf(SocketTimeoutException.class);
            assertCancelled(received);
            assertThat(body.isLeft()).isTrue();
        }
    }

    @Test
    void theIdleTimeoutOfTheTransportCountsToo() throws Exception {
        CompletableFuture<List<FrameServer.Frame>> received = new CompletableFuture<>();
        try (RawServer server = stalling(received, OK);
                SocketTransport transport = SocketTransport.builder()
                        .idleTimeout(java.time.Duration.ofMillis(200))
                        .build();
                HttpResponse response =
                        transport.send(request(server, new QueuedRequest()).build())) {
            assertThatThrownBy(() -> response.body().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closingFromAnotherThreadReleasesReaderAndWriter(boolean interrupted) throws Exception {
        QueuedRequest body = new QueuedRequest();
        CompletableFuture<List<FrameServer.Frame>> received = new CompletableFuture<>();
        try (RawServer server = stalling(received, OK, data("a", false));
                SocketTransport transport = new SocketTransport()) {
            HttpResponse response = transport.send(request(server, body).build());
            assertThat(response.body().read()).isEqualTo('a');
            CompletableFuture<Throwable> reader = CompletableFuture.supplyAsync(
                    () -> catchThrowable(() -> response.body().read()));
            Thread.sleep(50);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            response.close();
            assertThat(Thread.interrupted()).isEqualTo(interrupted);
            assertThat(reader.get(10, TimeUnit.SECONDS)).hasMessage("the body of the response is closed");
            assertThat(body.isLeft()).isTrue();
            assertCancelled(received);
            response.close();
            assertThatThrownBy(() -> response.body().read()).hasMessage("the body of the response is closed");
            assertThat(response.body().available()).isZero();
        }
    }

    /** The server takes nothing, so the writer is stuck in the window, or, with a large window, in the socket. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closingReleasesAWriterThatIsStuck(boolean inTheSocket) throws Exception {
        QueuedRequest body = new QueuedRequest();
        body.send(new byte[64 << 20]);
        CountDownLatch end = new CountDownLatch(1);
        byte[] large =
                join(frame(4, 0, 0, 0, 4, 0x7F, 0xFF, 0xFF, 0xFF), frame(8, 0, 0, 0x7F, 0, 0, 0), OK, data("a", false));
        try (RawServer server = new RawServer(c -> {
                    FrameServer.readHead(c);
                    c.write(inTheSocket ? large : join(SETTINGS, OK, data("a", false)));
                    end.await();
                });
                SocketTransport transport = new SocketTransport()) {
            HttpResponse response = transport.send(request(server, body).build());
            assertThat(response.body().read()).isEqualTo('a');
            Thread.sleep(200);
            assertThat(body.left.getCount()).isEqualTo(1);
            long start = System.nanoTime();
            response.close();
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
            assertThat(body.isLeft()).isTrue();
            end.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInterruptReleasesTheCaller(boolean hasHead) throws Exception {
        QueuedRequest body = new QueuedRequest();
        CompletableFuture<List<FrameServer.Frame>> received = new CompletableFuture<>();
        try (RawServer server = stalling(received, hasHead ? OK : new byte[0]);
                SocketTransport transport = new SocketTransport()) {
            AtomicBoolean flag = new AtomicBoolean();
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                Throwable failure = catchThrowable(() ->
                        transport.send(request(server, body).build()).body().read());
                flag.set(Thread.currentThread().isInterrupted());
                thrown.complete(failure);
            });
            caller.start();
            Thread.sleep(200);
            caller.interrupt();
            assertThat(thrown.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(InterruptedIOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
            assertThat(flag).isTrue();
            assertThat(body.isLeft()).isTrue();
            assertCancelled(received);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closingTheTransportEndsTheExchange(boolean hasHead) throws Exception {
        QueuedRequest body = new QueuedRequest();
        CompletableFuture<List<FrameServer.Frame>> received = new CompletableFuture<>();
        SocketTransport transport = new SocketTransport();
        try (RawServer server = stalling(received, hasHead ? OK : new byte[0])) {
            CompletableFuture<Throwable> thrown = CompletableFuture.supplyAsync(() -> catchThrowable(
                    () -> transport.send(request(server, body).build()).body().read()));
            Thread.sleep(200);
            transport.close();
            assertThat(thrown.get(10, TimeUnit.SECONDS)).hasMessageStartingWith("the transport was closed while");
            assertThat(body.isLeft()).isTrue();
            received.get(10, TimeUnit.SECONDS);
            assertThatThrownBy(() -> transport.send(request(server, body).build()))
                    .hasMessage("the transport is closed");
        }
    }

    /** No more than the window is received before the caller reads, and all of it when the caller does. */
    @Test
    void aCallerWhoDoesNotReadHoldsTheServerBack() throws Exception {
        AtomicLong granted = new AtomicLong();
        int total = 8 << 20;
        try (RawServer server = new RawServer(c -> {
                    FrameServer.readHead(c);
                    c.write(join(SETTINGS, OK));
                    long window = 1 << 20;
                    for (int sent = 0; sent < total; ) {
                        int size = (int) Math.min(Math.min(window, 16384), total - sent);
                        if (size > 0) {
                            sent += size;
                            window -= size;
                            c.write(frame(0, sent == total ? 1 : 0, 1, new byte[size]));
                        } else {
                            FrameServer.Frame frame = FrameServer.readFrame(c);
                            if (frame.type == 8 && frame.stream == 1) {
                                window +=
                                        java.nio.ByteBuffer.wrap(frame.payload).getInt();
                                granted.set(window);
                            }
                        }
                    }
                    FrameServer.readToEnd(c);
                });
                SocketTransport transport = new SocketTransport();
                HttpResponse response =
                        transport.send(request(server, new QueuedRequest()).build())) {
            Thread.sleep(300);
            assertThat(granted).hasValue(0);
            assertThat(response.body().available()).isEqualTo(1 << 20);
            assertThat(response.body().readAllBytes()).hasSize(total);
        }
    }

    /** The window of the server counts from its settings, and can become negative. */
    @Test
    void nothingIsSentBeyondTheWindowOfTheServer() throws Exception {
        CompletableFuture<Long> before = new CompletableFuture<>();
        CompletableFuture<Integer> between = new CompletableFuture<>();
        QueuedRequest body = new QueuedRequest();
        body.send(new byte[70_000]);
        body.end();
        AtomicLong received = new AtomicLong();
        try (RawServer server = new RawServer(c -> {
                    FrameServer.readHead(c);
                    while (received.get() < 65_535) {
                        received.addAndGet(FrameServer.readFrame(c).payload.length);
                    }
                    before.complete(received.get());
                    // Room on the connection, and on the stream first less than was used, then more.
                    c.write(join(frame(4, 0, 0, 0, 4, 0, 0, 0, 10), OK, frame(8, 0, 0, 0, 1, 0, 0)));
                    c.write(frame(6, 0, 0, new byte[8]));
                    FrameServer.Frame next = FrameServer.readFrame(c);
                    while (next.type != 6) {
                        assertThat(next.type).isEqualTo(4);
                        next = FrameServer.readFrame(c);
                    }
                    // The window was 65525 below nothing.
                    c.write(frame(8, 0, 1, 0, 1, 0, 0));
                    // The rest of a piece that was cut, and the beginning of the next.
                    int size = FrameServer.readFrame(c).payload.length + FrameServer.readFrame(c).payload.length;
                    between.complete(size);
                    received.addAndGet(size);
                    c.write(frame(8, 0, 1, 0, 1, 0, 0));
                    do {
                        next = FrameServer.readFrame(c);
                        received.addAndGet(next.payload.length);
                    } while ((next.flags & 1) == 0);
                    c.write(data("done", true));
                    FrameServer.readToEnd(c);
                });
                SocketTransport transport = new SocketTransport();
                HttpResponse response = transport.send(request(server, body).build())) {
            assertThat(response.body().readAllBytes()).hasSize(4);
            assertThat(before.get()).isEqualTo(65_535);
            assertThat(between.get()).isEqualTo(11);
            assertThat(received).hasValue(70_000);
        }
    }
}
