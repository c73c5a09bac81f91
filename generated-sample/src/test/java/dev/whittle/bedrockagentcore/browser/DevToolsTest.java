package dev.whittle.bedrockagentcore.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.runtime.document.Document;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands and events over a connection that works. */
@Timeout(60)
class DevToolsTest {
    @AfterEach
    void noThreadIsLeft() {
        assertNoThreadIsLeft();
    }

    static void assertNoThreadIsLeft() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("whittle-devtools")) {
                assertThat(thread.isDaemon()).isTrue();
                try {
                    thread.join(10_000);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static Map<String, Document> number(int number) {
        return Map.of("n", Document.of(number));
    }

    @Test
    void commandsGoOutAndResultsComeBack() throws Exception {
        BlockingQueue<Document> commands = new LinkedBlockingQueue<>();
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
            commands.add(command);
            connection.send(DevToolsServer.response(command, "{\"product\":\"Test/1.0\"}"));
        })) {
            try (DevTools devTools = DevTools.connect(server.automation())) {
                assertThat(devTools.send("Browser.getVersion").get("product").asString())
                        .isEqualTo("Test/1.0");
                assertThat(devTools.sendAsync("Target.getTargets", number(7)).get(30, TimeUnit.SECONDS))
                        .hasToString("{\"product\":\"Test/1.0\"}");
            }
            assertThat(commands.poll(30, TimeUnit.SECONDS))
                    .hasToString("{\"id\":1,\"method\":\"Browser.getVersion\",\"params\":{}}");
            assertThat(commands.poll(30, TimeUnit.SECONDS))
                    .hasToString("{\"id\":2,\"method\":\"Target.getTargets\",\"params\":{\"n\":7}}");
            assertThat(server.headers)
                    .containsEntry("Authorization", "secret-signature")
                    .containsEntry("X-Amz-Date", "20260304T050607Z");
            assertThat(server.closeCodes.poll(30, TimeUnit.SECONDS)).isEqualTo(1000);
        }
    }

    @Test
    void anErrorOfTheBrowserHasItsParts() throws Exception {
        try (DevToolsServer server =
                        DevToolsServer.start((connection, command) -> connection.send("{\"id\":" + command.get("id")
                                + ",\"error\":{\"code\":-32602,\"message\":\"Invalid\\nparameters\",\"data\":\"url: string"
                                + " value expected\"}}"));
                DevTools devTools = DevTools.connect(server.automation())) {
            DevToolsException error =
                    catchThrowableOfType(DevToolsException.class, () -> devTools.send("Page.navigate"));
            assertThat(error)
                    .hasMessage("Page.navigate failed: Invalid parameters: url: string value expected (code -32602)");
            assertThat(error.method()).isEqualTo("Page.navigate");
            assertThat(error.code()).isEqualTo(-32602);
            assertThat(error.data()).isEqualTo("url: string value expected");
            assertThat(devTools.isOpen()).isTrue();
        }
    }

    @Test
    void manyThreadsGetTheirOwnResponses() throws Exception {
        int threads = 8;
        int each = 125;
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> responses = new ArrayList<>();
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
                    responses.add(DevToolsServer.response(
                            command, command.get("params").toString()));
                    if (responses.size() == threads * each) {
                        Collections.shuffle(responses, random);
                        responses.forEach(connection::send);
                    }
                });
                DevTools devTools = DevTools.connect(server.automation())) {
            List<CompletableFuture<List<CompletableFuture<Document>>>> sending = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int first = t * each;
                sending.add(CompletableFuture.supplyAsync(
                        () -> {
                            List<CompletableFuture<Document>> futures = new ArrayList<>();
                            for (int i = 0; i < each; i++) {
                                futures.add(devTools.sendAsync("Test.number", number(first + i)));
                            }
                            return futures;
                        },
                        work -> new Thread(work).start()));
            }
            for (int t = 0; t < threads; t++) {
                List<CompletableFuture<Document>> futures = sending.get(t).get(30, TimeUnit.SECONDS);
                for (int i = 0; i < each; i++) {
                    assertThat(futures.get(i).get(30, TimeUnit.SECONDS).get("n").asInt())
                            .as("seed %s", seed)
                            .isEqualTo(t * each + i);
                }
            }
        }
    }

    @Test
    void whatDependsOnAResponseMaySendAndWait() throws Exception {
        try (DevToolsServer server = DevToolsServer.echo();
                DevTools devTools = DevTools.connect(server.automation())) {
            CompletableFuture<Document> second = devTools.sendAsync("A.b", number(1))
                    .thenApply(result ->
                            devTools.send("B.c", number(result.get("n").asInt() + 1)));
            assertThat(second.get(30, TimeUnit.SECONDS)).hasToString("{\"n\":2}");
        }
    }

    @Test
    void aFutureFailsWithTheExceptionItself() throws Exception {
        try (DevToolsServer server = DevToolsServer.start((connection, command) ->
                connection.send("{\"id\":" + command.get("id") + ",\"error\":{\"code\":-32000,\"message\":\"No\"}}"))) {
            DevTools devTools = DevTools.connect(server.automation());
            assertThat(failure(devTools.sendAsync("A.b", Map.of())))
                    .isInstanceOf(DevToolsException.class)
                    .hasMessage("A.b failed: No (code -32000)");
            devTools.close();
            assertThat(failure(devTools.sendAsync("A.b", Map.of())))
                    .isInstanceOf(DevToolsException.class)
                    .hasMessageContaining("this program closed it");
        }
    }

    private static Throwable failure(CompletableFuture<Document> future) throws Exception {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        future.whenComplete((result, e) -> failure.complete(e));
        return failure.get(30, TimeUnit.SECONDS);
    }

    @Test
    void messagesMayBeLarge() throws Exception {
        try (DevToolsServer server = DevToolsServer.echo();
                DevTools devTools = DevTools.connect(server.automation())) {
            String text = "0123456789ab\u00e9\ud83d\ude00\n\"".repeat(100_000);
            assertThat(devTools.send("A.b", Map.of("text", Document.of(text)))
                            .get("text")
                            .asString())
                    .isEqualTo(text);
        }
    }

    @Test
    void aLateResponseIsIgnored() throws Exception {
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
                    if (command.get("method").asString().equals("B.c")) {
                        connection.send("{\"id\":1,\"result\":{\"n\":1}}");
                        connection.send(DevToolsServer.response(command, "{\"n\":2}"));
                    }
                });
                DevTools devTools =
                        DevTools.connect(server.automation(), o -> o.commandTimeout(Duration.ofMillis(1500)))) {
            assertThatThrownBy(() -> devTools.send("A.b")).isInstanceOf(DevToolsTimeoutException.class);
            assertThat(devTools.send("B.c")).hasToString("{\"n\":2}");
        }
    }

    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        Thread waiting = Thread.currentThread();
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
                    if (command.get("method").asString().equals("A.b")) {
                        waiting.interrupt();
                    } else {
                        connection.send(DevToolsServer.response(command, "{}"));
                    }
                });
                DevTools devTools = DevTools.connect(server.automation())) {
            assertThatThrownBy(() -> devTools.send("A.b"))
                    .isInstanceOf(DevToolsException.class)
                    .hasMessage("A.b was interrupted before its response");
            assertThat(Thread.interrupted()).isTrue();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> devTools.sendAsync("B.c", Map.of()).getNow(Document.NULL))
                    .hasCauseInstanceOf(DevToolsException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(devTools.send("C.d")).hasToString("{}");
        }
    }

    @Test
    void closingFailsWhatIsInFlightAndAllThatFollows() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> received.countDown())) {
            DevTools devTools = DevTools.connect(server.automation());
            CompletableFuture<Document> inFlight = devTools.sendAsync("A.b", Map.of());
            assertThat(received.await(30, TimeUnit.SECONDS)).isTrue();
            devTools.on("X.y", event -> {});
            devTools.close();
            devTools.close();
            assertThatThrownBy(() -> inFlight.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("A.b failed: the connection to the browser ended: this program closed it");
            assertThatThrownBy(() -> devTools.send("B.c"))
                    .isInstanceOf(DevToolsException.class)
                    .hasMessageContaining("this program closed it");
            assertThatThrownBy(() -> devTools.on("X.y", event -> {})).hasMessageContaining("this program closed it");
            assertThat(devTools.sendAsync("B.c", Map.of())).isCompletedExceptionally();
            assertThat(devTools.isOpen()).isFalse();
            assertThat(server.closeCodes.poll(30, TimeUnit.SECONDS)).isEqualTo(1000);
        }
    }

    @Test
    void aTargetHasItsOwnCommandsAndEvents() throws Exception {
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
                    switch (command.get("method").asString()) {
                        case "Target.attachToTarget" ->
                            connection.send(DevToolsServer.response(command, "{\"sessionId\":\"s1\"}"));
                        default -> {
                            connection.send("{\"method\":\"X.y\",\"params\":{\"n\":1}}");
                            connection.send("{\"method\":\"X.y\",\"params\":{\"n\":2},\"sessionId\":\"s1\"}");
                            connection.send(
                                    DevToolsServer.response(command, "{\"session\":" + command.get("sessionId") + "}"));
                        }
                    }
                });
                DevTools devTools = DevTools.connect(server.automation())) {
            Target target = devTools.attach("t1");
            assertThat(target.id()).isEqualTo("t1");
            BlockingQueue<Document> events = new LinkedBlockingQueue<>();
            target.on("X.y", events::add);
            assertThat(target.send("Network.enable")).hasToString("{\"session\":\"s1\"}");
            assertThat(events.poll(30, TimeUnit.SECONDS)).hasToString("{\"n\":2}");
            assertThat(devTools.send("A.b")).hasToString("{\"session\":null}");
            assertThat(events.poll(30, TimeUnit.SECONDS)).hasToString("{\"n\":2}");
            assertThat(events).isEmpty();
        }
    }

    @Test
    void aTargetThatClosesFailsItsCommandsInFlight() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        try (DevToolsServer server = DevToolsServer.start((connection, command) -> {
                    switch (command.get("method").asString()) {
                        case "Target.attachToTarget" ->
                            connection.send(DevToolsServer.response(command, "{\"sessionId\":\"s1\"}"));
                        case "Slow.browser" -> received.countDown();
                        default ->
                            connection.send(
                                    "{\"method\":\"Target.detachedFromTarget\",\"params\":{\"sessionId\":\"s1\"}}");
                    }
                });
                DevTools devTools = DevTools.connect(server.automation())) {
            CompletableFuture<Document> other = devTools.sendAsync("Slow.browser", Map.of());
            Target target = devTools.attach("t1");
            assertThatThrownBy(() -> target.send("Slow.command"))
                    .hasMessage("Slow.command failed: the target closed, or the session was detached from it"
                            + " (code -32001)");
            assertThat(received.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(other).isNotDone();
        }
    }

    @Test
    void expiredHeadersOpenNoConnection() throws Exception {
        try (DevToolsServer server = DevToolsServer.echo()) {
            Automation expired = new Automation(
                    "01ABC",
                    server.automation().endpoint(),
                    Map.of("Authorization", "x"),
                    Instant.EPOCH,
                    Clock.systemUTC());
            assertThatThrownBy(() -> DevTools.connect(expired))
                    .isInstanceOf(BrowserException.class)
                    .hasMessageContaining("call automation() again");
            assertThat(server.headers).isEmpty();
        }
    }

    @Test
    void optionsAreChecked() {
        DevToolsOptions.Builder builder = DevToolsOptions.builder();
        assertThatThrownBy(() -> builder.commandTimeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("commandTimeout must be positive and at most a day, but is PT0S");
        assertThatThrownBy(() -> builder.connectTimeout(Duration.ofDays(2)))
                .hasMessageStartingWith("connectTimeout must be positive");
        assertThatThrownBy(() -> builder.maxMessageLength(0)).hasMessage("maxMessageLength must be positive, but is 0");
        HttpClient redirecting = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThatThrownBy(() -> builder.httpClient(redirecting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("followRedirects(NEVER)");
        assertThat(builder.build().httpClient()).isNull();
        HttpClient own = HttpClient.newHttpClient();
        DevToolsOptions options = builder.httpClient(own).build();
        assertThat(options.httpClient()).isSameAs(own);
        assertThat(options.commandTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.maxMessageLength()).isEqualTo(64 * 1024 * 1024);
    }
}
