package dev.whittle.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.codec.XmlReader;
import dev.whittle.runtime.internal.UnwritableException;
import dev.whittle.runtime.shape.Blob;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventBodyTest {
    private static final TestEvent A = new TestEvent.Message("a");
    private static final TestEvent B = new TestEvent.Audio(Blob.of(new byte[] {1, 2, 3}), null);

    @Test
    void eventsAreWrittenOneByOne() throws IOException {
        EventBody<TestEvent> body = body(sink -> {
            sink.send(A);
            sink.send(B);
        });
        assertThat(body.size()).isEqualTo(-1);
        AtomicInteger flushes = new AtomicInteger();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                flushes.incrementAndGet();
            }
        };
        body.writeTo(out);
        assertThat(events(out.toByteArray())).containsExactly(A, B);
        assertThat(flushes).hasValue(2);
    }

    @Test
    void anEventHasItsHeaders() throws IOException {
        Frame frame = new FrameReader(new ByteArrayInputStream(TestCall.text("ä")), 1000).next();
        assertThat(frame.headers())
                .containsOnly(
                        Map.entry(":message-type", "event"),
                        Map.entry(":event-type", "message"),
                        Map.entry(":content-type", "application/json"));
        assertThat(new String(frame.payload(), StandardCharsets.UTF_8)).isEqualTo("{\"text\":\"ä\"}");
    }

    @Test
    void theInitialRequestIsFirst() {
        byte[] bytes = body(EventSource.of(List.of(A)))
                .after("application/x-amz-json-1.1", Blob.utf8("{\"x\":1}"))
                .toByteArray();
        EventStream<TestEvent> stream = new TestCall(new ByteArrayInputStream(bytes)).events().stream();
        assertThat(stream.next()).isInstanceOfSatisfying(TestEvent.Unknown.class, first -> {
            assertThat(first.tag()).isEqualTo("initial-request");
            assertThat(first.value()).hasToString("{\"x\":1}");
        });
        assertThat(stream.next()).isEqualTo(A);
        assertThat(stream.hasNext()).isFalse();
    }

    @Test
    void theSourceRunsOnce() {
        EventBody<TestEvent> body = body(EventSource.of(List.of(A)));
        EventBody<TestEvent> other = body.after("application/json", Blob.utf8("{}"));
        assertThat(other.isRepeatable()).isTrue();
        assertThat(body.toByteArray()).isEqualTo(TestCall.event(A));
        assertThat(body.isRepeatable()).isFalse();
        assertThat(other.isRepeatable()).isFalse();
        assertThatThrownBy(() -> other.writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessage("the events of a request can be sent only once");
    }

    @Test
    void nothingIsSentAfterTheEnd() throws IOException {
        AtomicReference<EventSink<TestEvent>> kept = new AtomicReference<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body(kept::set).writeTo(out);
        assertThatThrownBy(() -> kept.get().send(A)).isInstanceOf(IllegalStateException.class);
        assertThat(out.size()).isZero();
    }

    /** Also if the source takes no notice. */
    @Test
    void aLostConnectionEndsTheBody() {
        OutputStream broken = new OutputStream() {
            private int count;

            @Override
            public void write(int b) throws IOException {
                throw new IOException("lost " + ++count);
            }
        };
        List<Throwable> thrown = new ArrayList<>();
        EventBody<TestEvent> deaf = body(sink -> {
            for (int i = 0; i < 2; i++) {
                try {
                    sink.send(A);
                } catch (UncheckedIOException e) {
                    thrown.add(e.getCause());
                }
            }
        });
        assertThatThrownBy(() -> deaf.writeTo(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("lost 1");
        assertThat(thrown).hasSize(2).allSatisfy(e -> assertThat(e).hasMessage("lost 1"));
        assertThatThrownBy(() -> body(EventSource.of(List.of(A))).writeTo(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("lost 2");
    }

    @Test
    void failuresOfTheSourceAreItsOwn() {
        assertThatThrownBy(() -> body(sink -> {
                            throw new IllegalStateException("mine");
                        })
                        .writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");
        assertThatThrownBy(() -> body(sink -> {
                            throw new InterruptedException();
                        })
                        .writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anEventThatCannotBeWrittenIsNotSent() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body(sink -> {
                    assertThatThrownBy(() -> sink.send(new TestEvent.Unknown("x", null)))
                            .isInstanceOf(IllegalArgumentException.class);
                    assertThatThrownBy(() -> sink.send(null)).isInstanceOf(NullPointerException.class);
                    assertThatThrownBy(() -> sink.send(
                                    new TestEvent.Audio(Blob.unsafe(new byte[FrameReader.MAX_MESSAGE_SIZE - 128]), 1)))
                            .isInstanceOf(UnwritableException.class)
                            .hasMessageMatching("an event has \\d+ bytes, more than the limit of 25165696");
                    sink.send(A);
                })
                .writeTo(out);
        assertThat(events(out.toByteArray())).containsExactly(A);
    }

    @Test
    void anEventHasLimits() {
        EventWriter writer = new EventWriter();
        assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
        writer.type("t");
        assertThatThrownBy(() -> writer.type("t")).hasMessage("the event header ':event-type' is set twice");
        assertThatThrownBy(() -> writer.header("long", "x".repeat(32768)))
                .isInstanceOf(UnwritableException.class)
                .hasMessage("the event header 'long' has 32768 bytes, more than the limit of 32767");
        assertThatThrownBy(() -> writer.header("half", "\uD800")).isInstanceOf(UnwritableException.class);
        assertThatThrownBy(() -> writer.header("n".repeat(256), true)).isInstanceOf(UnwritableException.class);
        assertThatThrownBy(() -> writer.header("", true)).isInstanceOf(UnwritableException.class);
        assertThatThrownBy(() -> writer.header("time", Instant.MAX))
                .isInstanceOf(UnwritableException.class)
                .hasMessage("the event header 'time' is a timestamp that is out of range");
        EventWriter many = new EventWriter().type("t");
        for (int i = 0; i < 5; i++) {
            many.header("h" + i, "x".repeat(32767));
        }
        assertThatThrownBy(many::finish)
                .isInstanceOf(UnwritableException.class)
                .hasMessageContaining("more than the limit of 131072");
        EventWriter one = new EventWriter().type("t");
        one.body("text/plain", "a");
        assertThatThrownBy(() -> one.json("application/json")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void payloadsMayBeXml() throws IOException {
        EventWriter out = new EventWriter().type("Stats");
        out.xml("text/xml").start("Details");
        out.xml("text/xml").element("BytesScanned", 512);
        out.xml("text/xml").end("Details");
        Frame frame = new FrameReader(new ByteArrayInputStream(out.finish()), 1000).next();
        assertThat(frame.text(":content-type")).isEqualTo("text/xml");
        XmlReader in = new EventReader(frame, "Stats").xml();
        assertThat(in.elementName()).isEqualTo("Details");
        assertThat(in.first()).isEqualTo("BytesScanned");
        assertThat(in.integer()).isEqualTo(512);
        assertThat(in.next()).isNull();
    }

    @Test
    void threadsMayShareASink() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body(sink -> {
                    List<Thread> threads = new ArrayList<>();
                    for (int t = 0; t < 4; t++) {
                        Thread thread = new Thread(() -> {
                            for (int i = 0; i < 200; i++) {
                                sink.send(A);
                            }
                        });
                        threads.add(thread);
                        thread.start();
                    }
                    for (Thread thread : threads) {
                        thread.join();
                    }
                })
                .writeTo(out);
        assertThat(events(out.toByteArray())).hasSize(800).containsOnly(A);
    }

    @Test
    void aPublisherIsAskedForOneEventAtATime() throws IOException {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Flow.Publisher<TestEvent> publisher = subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            private int left = 1000;

            @Override
            public void request(long count) {
                assertThat(count).isEqualTo(1);
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
                if (left-- == 0) {
                    subscriber.onComplete();
                } else {
                    subscriber.onNext(A);
                }
                open.decrementAndGet();
            }

            @Override
            public void cancel() {
                throw new AssertionError("cancelled at the end");
            }
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body(EventSource.of(publisher)).writeTo(out);
        assertThat(events(out.toByteArray())).hasSize(1000);
        assertThat(most).hasValue(1);
    }

    @Test
    void aPublisherOnAnotherThreadIsSent() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thread sender;
        try (SubmissionPublisher<TestEvent> publisher = new SubmissionPublisher<>()) {
            sender = new Thread(() -> {
                try {
                    body(EventSource.of(publisher)).writeTo(out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            sender.start();
            while (!publisher.hasSubscribers()) {
                Thread.sleep(1);
            }
            for (int i = 0; i < 2000; i++) {
                publisher.submit(A);
            }
        }
        sender.join();
        assertThat(events(out.toByteArray())).hasSize(2000);
    }

    @Test
    void aFailedPublisherEndsTheBody() {
        Throwable[] failures = {new IllegalStateException("own"), new IOException("own"), new Exception("checked")};
        for (Throwable failure : failures) {
            Flow.Publisher<TestEvent> publisher = subscriber -> {
                subscriber.onSubscribe(new Unasked());
                subscriber.onError(failure);
            };
            var thrown =
                    assertThatThrownBy(() -> body(EventSource.of(publisher)).writeTo(OutputStream.nullOutputStream()));
            if (failure.getMessage().equals("own")) {
                thrown.isSameAs(failure);
            } else {
                thrown.isInstanceOf(IOException.class)
                        .hasMessage("the publisher of the events failed with java.lang.Exception")
                        .hasCause(failure);
            }
        }
    }

    @Test
    void aPublisherIsCancelledWhenTheConnectionIsLost() {
        Unasked subscription = new Unasked();
        Flow.Publisher<TestEvent> publisher = subscriber -> {
            subscriber.onSubscribe(subscription);
            subscription.first = () -> subscriber.onNext(A);
        };
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("lost");
            }
        };
        assertThatThrownBy(() -> body(EventSource.of(publisher)).writeTo(broken))
                .hasMessage("lost");
        assertThat(subscription.isCancelled).isTrue();
    }

    @Test
    void aPublisherIsCancelledWhenTheThreadIsInterrupted() {
        Unasked subscription = new Unasked();
        Flow.Publisher<TestEvent> publisher = subscriber -> subscriber.onSubscribe(subscription);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> body(EventSource.of(publisher)).writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(subscription.isCancelled).isTrue();
    }

    @Test
    void aPublisherMustNotPublishUnasked() {
        Unasked subscription = new Unasked();
        Flow.Publisher<TestEvent> publisher = subscriber -> {
            subscriber.onSubscribe(subscription);
            subscriber.onNext(A);
        };
        assertThatThrownBy(() -> body(EventSource.of(publisher)).writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the publisher published an event that was not requested");
        assertThat(subscription.isCancelled).isTrue();
    }

    @Test
    void aSourceHasNoNulls() {
        assertThatThrownBy(() -> body(EventSource.of(Arrays.asList(A, null))).writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("an event must not be null");
    }

    /** Publishes nothing by itself. */
    private static final class Unasked implements Flow.Subscription {
        Runnable first = () -> {};
        boolean isCancelled;

        @Override
        public void request(long count) {
            first.run();
        }

        @Override
        public void cancel() {
            isCancelled = true;
        }
    }

    private static EventBody<TestEvent> body(EventSource<TestEvent> source) {
        return new EventBody<>(new TestEvent.Codec(), source);
    }

    private static List<TestEvent> events(byte[] bytes) {
        List<TestEvent> events = new ArrayList<>();
        new TestCall(new ByteArrayInputStream(bytes)).events().stream().forEach(events::add);
        return events;
    }
}
