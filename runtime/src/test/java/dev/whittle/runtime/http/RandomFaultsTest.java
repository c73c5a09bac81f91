package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.client.Leftovers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** 256 callers share a transport, and the server does something else wrong each time. */
@Timeout(300)
class RandomFaultsTest {
    private static final int CALLERS = 256;
    private static final int CONNECTIONS = 100;
    private static final String BODY = "the body of the response";

    private final long seed = new Random().nextLong();
    private final AtomicInteger successes = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void threadsGetTheirResponseOrAnException() throws Exception {
        run(Executors.newFixedThreadPool(CALLERS), 8);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThreadsGetTheirResponseOrAnException() throws Exception {
        run(virtual(), 8);
    }

    @Test
    @Tag("soak")
    void threadsDoForLonger() throws Exception {
        run(Executors.newFixedThreadPool(CALLERS), 200);
    }

    private static ExecutorService virtual() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private void run(ExecutorService threads, int rounds) throws Exception {
        Leftovers leftovers = new Leftovers();
        Random random = new Random(seed);
        try (RawServer server = new RawServer(c -> serve(c, random))) {
            HttpTransport transport =
                    SocketTransport.builder().maxConnections(CONNECTIONS).build();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                all.add(threads.submit(() -> {
                    for (int round = 0; round < rounds; round++) {
                        call(transport, server, caller + "-" + round);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            assertThat(successes.get() + failures.get()).isEqualTo(CALLERS * rounds);
            assertThat(successes.get()).as("seed %d", seed).isGreaterThan(CALLERS * rounds / 4);
            assertThat(failures.get()).as("seed %d", seed).isGreaterThan(CALLERS * rounds / 20);
            // Each failure costs a connection, and a success gives its connection back, unless the server ends it.
            assertThat(server.connections.get()).isLessThan(CALLERS * rounds);
            transport.close();
            server.awaitClosed(server.connections.get());
        } finally {
            threads.shutdownNow();
        }
        leftovers.assertNone();
    }

    private void call(HttpTransport transport, RawServer server, String name) throws IOException {
        HttpRequest request = server.request("GET")
                .path("/" + name)
                // Long enough to wait for one of the connections.
                .timeouts(60_000, 60_000)
                .build();
        if (name.hashCode() % 16 == 0) {
            request = server.request("GET").path("/stall").timeouts(60_000, 500).build();
        }
        try (HttpResponse response = transport.send(request)) {
            String text = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            // The response to this request, and to no other.
            assertThat(text).as("seed %d", seed).isEqualTo(BODY + request.path());
            successes.incrementAndGet();
        } catch (IOException e) {
            failures.incrementAndGet();
        }
    }

    private static void serve(RawServer.Connection c, Random random) throws IOException, InterruptedException {
        for (String head = c.readHead(); !head.isEmpty(); head = c.readHead()) {
            String path = head.substring(4, head.indexOf(' ', 4));
            String body = BODY + path;
            String length = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n";
            if (path.equals("/stall")) {
                c.write(length);
                c.readToEnd();
                return;
            }
            int kind;
            int cut;
            synchronized (random) {
                kind = random.nextInt(16);
                cut = random.nextInt(60);
            }
            switch (kind) {
                case 0 -> {
                    return;
                }
                case 1 -> {
                    c.socket.setSoLinger(true, 0);
                    return;
                }
                case 2 -> {
                    c.write((length + "\r\n" + body).substring(0, cut));
                    return;
                }
                case 3 -> {
                    c.write("220 mail.example.com ESMTP\r\n\r\n");
                    return;
                }
                case 4 -> {
                    c.write(length + "Connection: close\r\n\r\n" + body);
                    return;
                }
                case 5 -> {
                    c.write("HTTP/1.1 200 OK\r\n\r\n" + body);
                    return;
                }
                case 6 -> {
                    // Closed without a word, at the moment of the next request or before.
                    c.write(length + "\r\n" + body);
                    return;
                }
                case 7 -> c.write(length + "\r\n" + body + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nother");
                case 8 ->
                    c.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length())
                            + "\r\n" + body + "\r\n0\r\n\r\n");
                case 9 -> c.write("HTTP/1.1 103 Early Hints\r\n\r\n" + length + "\r\n" + body);
                default -> c.write(length + "\r\n" + body);
            }
        }
    }
}
