package dev.whittle.bedrockagentcore.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.document.Document;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events and their listeners. */
@Timeout(60)
class DevToolsEventsTest {
    @AfterEach
    void noThreadIsLeft() {
        DevToolsTest.assertNoThreadIsLeft();
    }

    @Test
    void eventsComeInOrderToThoseThatListen() throws Exception {
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
                    for (int i = 0; i < 100; i++) {
                        connection.send("{\"method\":\"X.y\",\"params\":{\"n\":" + i + "}}");
                        connection.send("{\"method\":\"X.z\",\"params\":{}}");
                        connection.send("{\"method\":\"X.y\",\"params\":{},\"sessionId\":\"other\"}");
                    }
                    connection.send(DevToolsServer.response(command, "{}"));
                });
                DevTools devTools = DevTools.connect(server.automation())) {
            BlockingQueue<Integer> numbers = new LinkedBlockingQueue<>();
            DevTools.Subscription subscription =
                    devTools.on("X.y", event -> numbers.add(event.get("n").asInt()));
            devTools.send("A.b");
            for (int i = 0; i < 100; i++) {
                assertThat(numbers.poll(30, TimeUnit.SECONDS)).isEqualTo(i);
            }
            subscription.close();
            subscription.close();
            CountDownLatch last = new CountDownLatch(100);
            devTools.on("X.z", event -> last.countDown());
            devTools.send("A.b");
            assertThat(last.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(numbers).isEmpty();
        }
    }

    @Test
    void listenersMaySendAndThrow() throws Exception {
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
                    if (command.get("method").asString().equals("Start.now")) {
                        connection.send("{\"method\":\"X.y\",\"params\":{\"n\":1}}");
                        connection.send("{\"method\":\"X.y\",\"params\":{\"n\":2}}");
                    }
                    connection.send(DevToolsServer.response(
                            command, command.get("params").toString()));
                });
                DevTools devTools = DevTools.connect(server.automation())) {
            BlockingQueue<String> seen = new LinkedBlockingQueue<>();
            Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
            Thread.setDefaultUncaughtExceptionHandler((thread, e) -> seen.add(e.getMessage()));
            try {
                devTools.on("X.y", event -> {
                    seen.add("got " + devTools.send("B.c", event.asMap()));
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("thrown");
                });
                devTools.send("Start.now");
                for (int i = 1; i <= 2; i++) {
                    assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("got {\"n\":" + i + "}");
                    assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("thrown");
                }
            } finally {
                Thread.setDefaultUncaughtExceptionHandler(before);
            }
        }
    }

    @Test
    void anInterruptFlagStaysWithItsListener() throws Exception {
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
                    connection.send("{\"method\":\"X.y\",\"params\":{}}");
                    connection.send(DevToolsServer.response(command, "{}"));
                });
                DevTools devTools = DevTools.connect(server.automation())) {
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            devTools.on("X.y", event -> Thread.currentThread().interrupt());
            devTools.on("X.y", event -> flag.complete(Thread.currentThread().isInterrupted()));
            devTools.send("A.b");
            assertThat(flag.get(30, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void anInterruptedThreadDropsWaitingEventsToo() throws Exception {
        CountDownLatch delivered = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        AtomicInteger events = new AtomicInteger();
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
            for (int i = 0; i < 5; i++) {
                connection.send("{\"method\":\"X.y\",\"params\":{}}");
            }
            connection.send(DevToolsServer.response(command, "{}"));
        })) {
            DevTools devTools = DevTools.connect(server.automation());
            devTools.on("X.y", event -> {
                events.incrementAndGet();
                delivered.countDown();
                try {
                    slow.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            devTools.send("A.b");
            assertThat(delivered.await(30, TimeUnit.SECONDS)).isTrue();
            Thread.currentThread().interrupt();
            devTools.close();
            assertThat(Thread.interrupted()).isTrue();
            slow.countDown();
            DevToolsTest.assertNoThreadIsLeft();
            assertThat(events).hasValue(1);
        }
    }

    @Test
    void aSlowListenerHoldsUpNoResponse() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        AtomicInteger events = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(5000);
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
                    for (int i = 0; i < 500; i++) {
                        connection.send("{\"method\":\"X.y\",\"params\":{\"n\":" + events.getAndIncrement() + "}}");
                    }
                    connection.send(DevToolsServer.response(command, "{}"));
                });
                DevTools devTools = DevTools.connect(server.automation())) {
            devTools.on("X.y", event -> {
                try {
                    slow.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                all.countDown();
            });
            for (int i = 0; i < 10; i++) {
                devTools.send("A.b");
            }
            assertThat(all.getCount()).isEqualTo(5000);
            slow.countDown();
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aListenerThatIsMuchTooSlowEndsTheConnection() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
                    for (int i = 0; i < 1000; i++) {
                        connection.send("{\"method\":\"X.y\",\"params\":{\"text\":\"" + "x".repeat(100) + "\"}}");
                    }
                });
                DevTools devTools = DevTools.connect(server.automation(), o -> o.maxMessageLength(50_000))) {
            devTools.on("X.y", event -> {
                try {
                    slow.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            assertThatThrownBy(() -> devTools.send("A.b"))
                    .hasMessageContaining("listeners are too slow: events of more than 50000 characters wait");
            slow.countDown();
        }
    }

    @Test
    void aListenerMayCloseTheConnection() throws Exception {
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
            connection.send("{\"method\":\"X.y\",\"params\":{}}");
            connection.send(DevToolsServer.response(command, "{}"));
        })) {
            DevTools devTools = DevTools.connect(server.automation());
            CountDownLatch closed = new CountDownLatch(1);
            devTools.on("X.y", event -> {
                devTools.close();
                closed.countDown();
            });
            CompletableFuture<Document> command = devTools.sendAsync("A.b", Map.of());
            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(command).failsWithin(Duration.ofSeconds(30));
        }
    }
}
