package dev.whittle.interop;

import static dev.whittle.interop.support.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.interop.bedrockruntime.BedrockRuntimeAsyncClient;
import dev.whittle.interop.bedrockruntime.BedrockRuntimeClient;
import dev.whittle.interop.bedrockruntime.model.ConverseStreamOutput;
import dev.whittle.interop.bedrockruntime.model.ConverseStreamRequest;
import dev.whittle.interop.bedrockruntime.model.ConverseStreamResponse;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.Events;
import dev.whittle.interop.support.StreamServer;
import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events that break off, stall or are left unread, and how a caller gets them all the same. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenEventStreamsTest {
    private static final byte[] START = event("messageStart", "{\"role\":\"assistant\"}");
    private static final byte[] STOP = event("messageStop", "{\"stopReason\":\"end_turn\"}");
    private static final ConverseStreamRequest REQUEST =
            ConverseStreamRequest.builder().modelId("m").messages().build();

    private static BedrockRuntimeClient bedrock(StreamServer server) {
        return Clients.ours(BedrockRuntimeClient.builder(), server.endpoint()).build();
    }

    private static StreamServer thatSends(byte[] unfinished) {
        return new StreamServer(
                (request, response) -> response.head(Events.CONTENT_TYPE).chunks(unfinished));
    }

    /** The end of the body is missing, so not even a cut between two events is taken for the end. */
    @Test
    void aConnectionThatBreaksOff() {
        for (int length = 0; length <= STOP.length; length++) {
            try (StreamServer server = thatSends(Events.join(START, Arrays.copyOf(STOP, length)));
                    BedrockRuntimeClient client = bedrock(server);
                    ConverseStreamResponse response = client.converseStream(REQUEST)) {
                assertThat(response.stream().next()).isInstanceOf(ConverseStreamOutput.MessageStartMember.class);
                if (length == STOP.length) {
                    assertThat(response.stream().next()).isInstanceOf(ConverseStreamOutput.MessageStopMember.class);
                }
                assertThatThrownBy(response.stream()::hasNext)
                        .as(length + " bytes")
                        .isInstanceOf(TransportException.class);
            }
        }
    }

    @Test
    void aBodyThatEndsWithinAnEvent() {
        for (int length = 1; length < STOP.length; length++) {
            try (StreamServer server = StreamServer.ofEvents(START, Arrays.copyOf(STOP, length));
                    BedrockRuntimeClient client = bedrock(server);
                    ConverseStreamResponse response = client.converseStream(REQUEST)) {
                response.stream().next();
                assertThatThrownBy(response.stream()::hasNext)
                        .as(length + " bytes")
                        .isInstanceOf(MalformedResponseException.class);
            }
        }
    }

    @Test
    void aDamagedEvent() {
        for (int i = 0; i < STOP.length; i++) {
            byte[] damaged = STOP.clone();
            damaged[i] ^= 4;
            try (StreamServer server = StreamServer.ofEvents(START, damaged);
                    BedrockRuntimeClient client = bedrock(server);
                    ConverseStreamResponse response = client.converseStream(REQUEST)) {
                response.stream().next();
                assertThatThrownBy(response.stream()::hasNext)
                        .as("byte " + i)
                        .isInstanceOf(MalformedResponseException.class);
            }
        }
    }

    @Test
    void aServiceThatStalls() {
        CountDownLatch isOver = new CountDownLatch(1);
        try (StreamServer server = new StreamServer((request, response) -> {
                    response.head(Events.CONTENT_TYPE).chunks(START, Arrays.copyOf(STOP, 20));
                    isOver.await();
                });
                BedrockRuntimeClient client = bedrock(server);
                ConverseStreamResponse response = client.converseStream(
                        REQUEST,
                        RequestOptions.builder()
                                .idleTimeout(Duration.ofMillis(300))
                                .build())) {
            response.stream().next();
            assertThatThrownBy(response.stream()::hasNext)
                    .isInstanceOf(TransportException.class)
                    .hasStackTraceContaining("300 ms");
        } finally {
            isOver.countDown();
        }
    }

    @Test
    void aStreamThatIsClosedEarly() {
        CountDownLatch isOver = new CountDownLatch(1);
        try (StreamServer server = new StreamServer((request, response) -> {
                    response.head(Events.CONTENT_TYPE).chunks(START);
                    isOver.await();
                });
                BedrockRuntimeClient client = bedrock(server)) {
            ConverseStreamResponse response = client.converseStream(REQUEST);
            response.stream().next();
            response.close();
            assertThatThrownBy(response.stream()::hasNext).isInstanceOf(IllegalStateException.class);
        } finally {
            isOver.countDown();
        }
    }

    @Test
    void aHandlerIsCalledAgain() {
        AtomicInteger attempts = new AtomicInteger();
        try (StreamServer server = new StreamServer((request, response) -> {
                    int attempt = attempts.incrementAndGet();
                    response.head(Events.CONTENT_TYPE).chunks(START);
                    switch (attempt) {
                        case 1 -> response.chunks(Arrays.copyOf(STOP, 30));
                        case 2 -> response.chunks(Events.exception("throttlingException", "{\"message\":\"slower\"}"));
                        default -> response.chunks(STOP).end();
                    }
                });
                BedrockRuntimeClient client = bedrock(server)) {
            List<Integer> seen = new ArrayList<>();
            int count = client.converseStream(REQUEST, response -> {
                int read = 0;
                seen.add(attempts.get());
                while (response.stream().hasNext()) {
                    response.stream().next();
                    read++;
                }
                return read;
            });
            assertThat(count).isEqualTo(2);
            assertThat(seen).containsExactly(1, 2, 3);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void asynchronously() throws Exception {
        try (StreamServer server = StreamServer.ofEvents(START, event("new", "{}"), STOP);
                BedrockRuntimeAsyncClient client = Clients.ours(BedrockRuntimeAsyncClient.builder(), server.endpoint())
                        .build();
                ConverseStreamResponse response = client.converseStream(REQUEST).get(30, TimeUnit.SECONDS)) {
            Collected<ConverseStreamOutput> collected = new Collected<>();
            response.stream().publisher().subscribe(collected);
            assertThat(collected.done.get(30, TimeUnit.SECONDS))
                    .hasSize(3)
                    .element(1)
                    .isInstanceOf(ConverseStreamOutput.Unknown.class);
        }
    }

    @Test
    void asynchronouslyUntilItBreaksOff() {
        try (StreamServer server = thatSends(START);
                BedrockRuntimeAsyncClient client = Clients.ours(BedrockRuntimeAsyncClient.builder(), server.endpoint())
                        .build();
                ConverseStreamResponse response = client.converseStream(REQUEST).join()) {
            Collected<ConverseStreamOutput> collected = new Collected<>();
            response.stream().publisher().subscribe(collected);
            assertThatThrownBy(() -> collected.done.get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(TransportException.class);
            assertThat(collected.items).hasSize(1);
        }
    }

    /** Requests one item after the other. */
    private static final class Collected<T> implements Flow.Subscriber<T> {
        final List<T> items = new ArrayList<>();
        final CompletableFuture<List<T>> done = new CompletableFuture<>();
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            subscription.request(1);
        }

        @Override
        public void onNext(T item) {
            items.add(item);
            subscription.request(1);
        }

        @Override
        public void onError(Throwable e) {
            done.completeExceptionally(e);
        }

        @Override
        public void onComplete() {
            done.complete(items);
        }
    }
}
