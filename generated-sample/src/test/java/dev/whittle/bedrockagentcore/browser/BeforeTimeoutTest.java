package dev.whittle.bedrockagentcore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.demo.LoopbackService;
import dev.whittle.bedrockagentcore.demo.Sessions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The listener that is told before a session's timeout ends it. */
@Timeout(60)
class BeforeTimeoutTest {
    private LoopbackService service;
    private BedrockAgentCoreClient client;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        service = LoopbackService.start(new Sessions(TestClients.streams(9)));
        client = TestClients.client(service);
        browser = Browser.of(client);
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void tellsBeforeTheTimeout() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        List<String> ids = Collections.synchronizedList(new ArrayList<>());
        try (BrowserSession session =
                browser.start(o -> o.timeout(Duration.ofSeconds(60)).beforeTimeout(Duration.ofMillis(59_500), s -> {
                    threads.add(Thread.currentThread());
                    ids.add(s.sessionId());
                    told.countDown();
                }))) {
            assertThat(told.getCount()).isEqualTo(1);
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ids).containsExactly(session.sessionId());
            assertThat(threads.get(0).isDaemon()).isTrue();
        }
    }

    @Test
    void tellsAtOnceIfLessTimeIsLeft() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        try (BrowserSession session = browser.start(
                o -> o.timeout(Duration.ofSeconds(60)).beforeTimeout(Duration.ofDays(1000), s -> told.countDown()))) {
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(session.endsAt()).isNotNull();
        }
    }

    @Test
    void tellsNothingOfSessionsThatHaveEndedOrAreDetached() throws InterruptedException {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        BrowserSessionOptions options = BrowserSessionOptions.builder()
                .timeout(Duration.ofSeconds(60))
                .beforeTimeout(Duration.ofMillis(58_500), s -> told.add(s.sessionId()))
                .build();
        browser.start(options).close();
        browser.start(options).stop();
        browser.start(options).detach();
        CountDownLatch later = new CountDownLatch(1);
        try (BrowserSession last = browser.start(o ->
                o.timeout(Duration.ofSeconds(60)).beforeTimeout(Duration.ofMillis(57_000), s -> later.countDown()))) {
            assertThat(later.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(told).doesNotContain(last.sessionId()).isEmpty();
        }
    }

    @Test
    void anExceptionOfTheListenerIsNotLost() throws InterruptedException {
        CountDownLatch caught = new CountDownLatch(1);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            if ("the listener fails".equals(e.getMessage())) {
                caught.countDown();
            }
        });
        try (BrowserSession session = browser.start(o -> o.beforeTimeout(Duration.ofDays(1), s -> {
            throw new IllegalStateException("the listener fails");
        }))) {
            assertThat(caught.await(30, TimeUnit.SECONDS))
                    .as(session.sessionId())
                    .isTrue();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
