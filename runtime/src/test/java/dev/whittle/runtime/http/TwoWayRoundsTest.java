package dev.whittle.runtime.http;

import static dev.whittle.runtime.http.FrameServer.OK;
import static dev.whittle.runtime.http.FrameServer.SETTINGS;
import static dev.whittle.runtime.http.FrameServer.data;
import static dev.whittle.runtime.http.FrameServer.frame;
import static dev.whittle.runtime.http.FrameServer.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two-way streams that either side ends at a random moment in a random way: nothing hangs, and nothing is left open. */
@Timeout(120)
@SuppressWarnings("try") // Closing at a random time is what is tested.
class TwoWayRoundsTest {
    private static final int ROUNDS = 240;

    private final AtomicInteger complete = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    private static List<String> threads() {
        List<String> names = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("whittle-") || thread.getName().startsWith("round-")) {
                names.add(thread.getName());
            }
        }
        return names;
    }

    @Test
    void whateverEndsAStreamLeavesNothingBehind() throws Exception {
        long seed = System.nanoTime();
        round(seed);
        long before = files() + 8;
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            List<CompletableFuture<Void>> rounds = new ArrayList<>();
            for (int i = 1; i <= ROUNDS; i++) {
                long own = seed + i;
                rounds.add(CompletableFuture.runAsync(() -> checked(own), callers));
            }
            for (CompletableFuture<Void> each : rounds) {
                each.get(100, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end && (files() > before || !threads().isEmpty())) {
            Thread.sleep(50);
        }
        assertThat(threads()).as("threads left over, seed %s", seed).isEmpty();
        assertThat(files()).as("files open, seed %s", seed).isLessThanOrEqualTo(before);
        assertThat(complete).as("seed %s", seed).hasValueGreaterThan(ROUNDS / 20);
        assertThat(failed).as("seed %s", seed).hasValueGreaterThan(ROUNDS / 4);
    }

    private void checked(long seed) {
        try {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> round(seed), "seed " + seed);
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private void round(long seed) throws Exception {
        Random random = new Random(seed);
        long serverSeed = random.nextLong();
        QueuedRequest body = new QueuedRequest();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (int i = random.nextInt(30); i >= 0; i--) {
            byte[] part = new byte[1 + random.nextInt(random.nextInt(4) == 0 ? 40_000 : 200)];
            random.nextBytes(part);
            sent.writeBytes(part);
            body.send(part);
        }
        int way = random.nextInt(8);
        if (way == 0) {
            body.fail(new IllegalStateException("round"));
        } else if (way < 4) {
            body.end();
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (RawServer server = new RawServer(c -> serve(c, new Random(serverSeed)));
                SocketTransport transport = new SocketTransport()) {
            HttpRequest request = server.request("POST")
                    .timeouts(2000, 200 + random.nextInt(1000))
                    .streamed(300 + random.nextInt(500))
                    .body(body)
                    .twoWay()
                    .build();
            Thread caller = new Thread(() -> call(transport, request, read, random.nextInt(6)), "round-" + seed);
            caller.start();
            if (way > 4) {
                Thread.sleep(random.nextInt(60));
                if (way == 5) {
                    caller.interrupt();
                } else if (way == 6) {
                    transport.close();
                }
            }
            caller.join(15_000);
            assertThat(caller.isAlive())
                    .as("the caller is released, seed %s", seed)
                    .isFalse();
            assertThat(body.isLeft()).as("the body is released, seed %s", seed).isTrue();
        }
        byte[] bytes = read.toByteArray();
        assertThat(Arrays.equals(bytes, 0, bytes.length, sent.toByteArray(), 0, Math.min(bytes.length, sent.size())))
                .as("what was read is what was sent, seed %s", seed)
                .isTrue();
    }

    /** Reads the response slowly or fast; in some rounds, another thread closes it. */
    private void call(SocketTransport transport, HttpRequest request, ByteArrayOutputStream read, int way) {
        try (HttpResponse response = transport.send(request)) {
            if (way == 0) {
                Thread closer = new Thread(() -> {
                    try {
                        Thread.sleep(10);
                        response.close();
                    } catch (InterruptedException | IOException e) {
                        throw new AssertionError(e);
                    }
                });
                closer.start();
            }
            InputStream in = response.body();
            byte[] buffer = new byte[way == 1 ? 100 : 10_000];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read.write(buffer, 0, count);
                if (way == 2) {
                    Thread.sleep(1);
                } else if (way == 3 && read.size() > 5000) {
                    failed.incrementAndGet();
                    return;
                }
            }
            complete.incrementAndGet();
        } catch (IOException | InterruptedException e) {
            failed.incrementAndGet();
        }
    }

    /** Sends back what it gets, until it does something else. */
    private static void serve(RawServer.Connection c, Random random) throws IOException, InterruptedException {
        FrameServer.readHead(c);
        int patience = random.nextInt(60);
        c.write(random.nextInt(8) == 0 ? SETTINGS : join(SETTINGS, OK));
        for (int i = 0; i < patience; i++) {
            FrameServer.Frame frame = FrameServer.readFrame(c);
            if (frame.type == 3 || frame.type == 7) {
                return;
            }
            if (frame.type != 0) {
                continue;
            }
            int size = frame.payload.length;
            if (size > 0) {
                byte[] update = {(byte) (size >> 24), (byte) (size >> 16), (byte) (size >> 8), (byte) size};
                c.write(join(frame(8, 0, 0, update), frame(8, 0, 1, update), frame(0, 0, 1, frame.payload)));
            }
            if ((frame.flags & 1) != 0) {
                c.write(data("", true));
                FrameServer.readToEnd(c);
                return;
            }
        }
        switch (random.nextInt(7)) {
            case 0 -> c.write(frame(3, 0, 1, 0, 0, 0, random.nextInt(14)));
            case 1 -> c.write(frame(7, 0, 0, 0, 0, 0, random.nextInt(2), 0, 0, 0, 2));
            case 2 -> c.socket.setSoLinger(true, 0);
            case 3 -> c.awaitEnd();
            case 4 -> c.write(frame(5, 0, 1, 1, 2, 3));
            case 5 -> c.write(data("", true));
            default -> c.socket.shutdownOutput();
        }
        c.linger();
    }
}
