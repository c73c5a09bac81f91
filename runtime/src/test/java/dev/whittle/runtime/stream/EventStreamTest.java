package dev.whittle.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.shape.Blob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventStreamTest {
    private static final byte[] NOTHING = {};

    @Test
    void aLoopGetsAllEvents() {
        TestEvent audio = new TestEvent.Audio(Blob.of(new byte[] {1, 2}), 7);
        List<TestEvent> events = new ArrayList<>();
        try (EventStream<TestEvent> stream = TestCall.stream(TestCall.text("ä"), TestCall.event(audio))) {
            for (TestEvent event : stream) {
                events.add(event);
            }
        }
        assertThat(events).containsExactly(new TestEvent.Message("ä"), audio);
    }

    @Test
    void theEndIsTheEndEachTime() {
        TestCall call = new TestCall(new ByteArrayInputStream(TestCall.text("a")));
        EventStream<TestEvent> stream = call.events().stream();
        assertThat(stream.hasNext()).isTrue();
        assertThat(stream.hasNext()).isTrue();
        assertThat(stream.next()).isEqualTo(new TestEvent.Message("a"));
        assertThat(call.closes).hasValue(0);
        assertThat(stream.hasNext()).isFalse();
        assertThat(stream.hasNext()).isFalse();
        assertThat(call.closes).hasValue(1);
        assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
        stream.close();
        assertThat(call.closes).hasValue(1);
    }

    @Test
    void thereIsOneLoop() {
        EventStream<TestEvent> stream = TestCall.stream(TestCall.text("a"));
        Iterator<TestEvent> events = stream.iterator();
        assertThatThrownBy(stream::iterator)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the events can be read only once");
        assertThat(events.next()).isEqualTo(new TestEvent.Message("a"));
        assertThat(events.hasNext()).isFalse();
    }

    @Test
    void aClosedStreamHasNeitherEventsNorAnEnd() {
        TestCall call = new TestCall(new ByteArrayInputStream(TestCall.text("a")));
        EventStream<TestEvent> stream = call.events().stream();
        assertThat(stream.hasNext()).isTrue();
        stream.close();
        stream.close();
        assertThat(call.closes).hasValue(1);
        assertThatThrownBy(stream::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the event stream is closed");
        assertThatThrownBy(stream::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReaderIsReleasedByClosing() throws Exception {
        PipedOutputStream end = new PipedOutputStream();
        CountDownLatch isReading = new CountDownLatch(1);
        CountDownLatch isClosed = new CountDownLatch(1);
        InputStream body = new PipedInputStream(end) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                isReading.countDown();
                try {
                    isClosed.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                throw new IOException("closed by another thread");
            }

            @Override
            public void close() {
                isClosed.countDown();
            }
        };
        EventStream<TestEvent> stream = new TestCall(body).events().stream();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try {
                stream.next();
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        reader.start();
        assertThat(isReading.await(30, TimeUnit.SECONDS)).isTrue();
        stream.close();
        reader.join(Duration.ofSeconds(30).toMillis());
        assertThat(thrown.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the event stream is closed")
                .hasCauseInstanceOf(TransportException.class);
    }

    @Test
    void aModelledErrorIsThrown() {
        byte[] error = message(
                "exception", new FrameWriter().header(":exception-type", "tooFast"), "{\"message\":\"slow down\"}");
        TestCall call = new TestCall(new ByteArrayInputStream(concat(TestCall.text("a"), error, TestCall.text("b"))));
        EventStream<TestEvent> stream = call.events().stream();
        assertThat(stream.next()).isEqualTo(new TestEvent.Message("a"));
        assertThatThrownBy(stream::next).isInstanceOfSatisfying(TestCall.Failure.class, e -> {
            assertThat(e.errorCode()).isEqualTo("TooFastException");
            assertThat(e.serviceMessage()).isNull();
            assertThat(e.payload.asUtf8()).isEqualTo("{\"message\":\"slow down\"}");
        });
        assertThat(call.closes).hasValue(1);
        // Not the event behind it, and not the end.
        assertThatThrownBy(stream::hasNext).isInstanceOf(TestCall.Failure.class);
    }

    @Test
    void anErrorWithoutAModelIsThrown() {
        FrameWriter headers =
                new FrameWriter().header(":error-code", "InternalError").header(":error-message", "why");
        assertThatThrownBy(TestCall.stream(message("error", headers, ""))::next)
                .isInstanceOfSatisfying(TestCall.Failure.class, e -> {
                    assertThat(e.errorCode()).isEqualTo("InternalError");
                    assertThat(e.serviceMessage()).isEqualTo("why");
                    assertThat(e.payload).isEqualTo(Blob.empty());
                });
        assertThatThrownBy(TestCall.stream(message("error", new FrameWriter().header(":error-code", "X"), ""))::next)
                .isInstanceOfSatisfying(
                        TestCall.Failure.class,
                        e -> assertThat(e.serviceMessage()).isNull());
    }

    @ParameterizedTest
    @CsvSource({
        ",lacks the header ':message-type'",
        "event,lacks the header ':event-type'",
        "exception,lacks the header ':exception-type'",
        "error,lacks the header ':error-code'",
        "other,has an unknown message type of 5 characters",
    })
    void messagesSayWhatTheyAre(String type, String fault) {
        byte[] message =
                type == null ? FrameReaderTest.message(NOTHING, NOTHING) : message(type, new FrameWriter(), "");
        TestCall call = new TestCall(new ByteArrayInputStream(concat(message, TestCall.text("a"))));
        EventStream<TestEvent> stream = call.events().stream();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(stream::next)
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessage("Test response: message 1 of the event stream " + fault
                            + " (HTTP 200, application/vnd.amazon.eventstream)");
        }
        assertThat(call.closes).hasValue(1);
    }

    @Test
    void aMessageTypeMustBeAString() {
        byte[] message = new FrameWriter().header(":message-type", 1).finish(NOTHING, 0, 0, 1000);
        assertThatThrownBy(TestCall.stream(message)::next)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("has the header ':message-type' as an integer, expected a string");
    }

    @Test
    void failuresOfTheBodyAndOfTheCodecEndTheStream() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        };
        TestCall call = new TestCall(broken);
        EventStream<TestEvent> stream = call.events().stream();
        assertThatThrownBy(stream::hasNext)
                .isInstanceOf(TransportException.class)
                .hasRootCauseMessage("broken");
        assertThatThrownBy(stream::next).isInstanceOf(TransportException.class);
        assertThat(call.closes).hasValue(1);

        EventWriter writer = new EventWriter().type("message");
        writer.body("application/json", "{\"text\":1}");
        EventStream<TestEvent> wrong = TestCall.stream(writer.finish(), TestCall.text("a"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(wrong::next)
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageContaining("/text is a number, expected a string");
        }
    }

    @Test
    void aCutOffStreamDoesNotJustEnd() {
        byte[] two = concat(TestCall.text("a"), TestCall.text("b"));
        for (int size = TestCall.text("a").length + 1; size < two.length; size++) {
            EventStream<TestEvent> stream = TestCall.stream(Arrays.copyOf(two, size));
            assertThat(stream.next()).isEqualTo(new TestEvent.Message("a"));
            assertThatThrownBy(stream::hasNext).isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void unknownEventsAreKept() {
        assertThat(unknown("application/json", "{\"a\":[1]}"))
                .isEqualTo(Document.map(Map.of("a", Document.list(List.of(Document.of(1))))));
        assertThat(unknown("application/x-amz-json-1.1", "true")).isEqualTo(Document.of(true));
        assertThat(unknown("Application/Problem+JSON; charset=utf-8", "1")).isEqualTo(Document.of(1));
        assertThat(unknown("application/json", "")).isEqualTo(Document.NULL);
        assertThat(unknown("text/plain", "ä{")).isEqualTo(Document.of("ä{"));
        assertThat(unknown(null, "{}")).isEqualTo(Document.of("{}"));
        assertThat(unknown("application/octet-stream", "abc")).isEqualTo(Document.of("YWJj"));
        assertThatThrownBy(() -> unknown("application/json", "{")).isInstanceOf(MalformedResponseException.class);
        byte[] noText = new FrameWriter()
                .header(":message-type", "event")
                .header(":event-type", "new")
                .finish(new byte[] {(byte) 0xFF}, 0, 1, 1000);
        assertThat(TestCall.stream(noText).next()).isEqualTo(new TestEvent.Unknown("new", Document.of("/w==")));
    }

    private static Document unknown(String contentType, String payload) {
        FrameWriter headers = new FrameWriter().header(":event-type", "new");
        if (contentType != null) {
            headers.header(":content-type", contentType);
        }
        return ((TestEvent.Unknown)
                        TestCall.stream(message("event", headers, payload)).next())
                .value();
    }

    @Test
    void headersHaveTheirTypes() {
        Instant time = Instant.ofEpochMilli(-1);
        EventWriter writer = new EventWriter()
                .type("t")
                .header("bool", true)
                .header("byte", (byte) -2)
                .header("short", (short) -3)
                .header("int", -4)
                .header("long", -5L)
                .header("blob", Blob.of(new byte[] {6}))
                .header("string", "é")
                .header("time", time)
                .header("null", (String) null);
        writer.body("text/plain", "ä");
        EventReader in = reader(writer.finish());
        assertThat(in.type()).isEqualTo("t");
        assertThat(in.headerBoolean("bool")).isTrue();
        assertThat(in.headerByte("byte")).isEqualTo((byte) -2);
        assertThat(in.headerShort("short")).isEqualTo((short) -3);
        assertThat(in.headerInteger("int")).isEqualTo(-4);
        assertThat(in.headerLong("long")).isEqualTo(-5L);
        assertThat(in.headerBlob("blob")).isEqualTo(Blob.of(new byte[] {6}));
        assertThat(in.headerString("string")).isEqualTo("é");
        assertThat(in.headerTimestamp("time")).isEqualTo(time);
        assertThat(in.headerString("null")).isNull();
        assertThat(in.headerBoolean("no")).isNull();
        assertThat(in.headerByte("no")).isNull();
        assertThat(in.headerShort("no")).isNull();
        assertThat(in.headerInteger("no")).isNull();
        assertThat(in.headerLong("no")).isNull();
        assertThat(in.headerBlob("no")).isNull();
        assertThat(in.headerTimestamp("no")).isNull();
        assertThatThrownBy(() -> in.headerInteger("long"))
                .hasMessage("message 1 of the event stream has the header 'long' as a long, expected an integer");
        assertThatThrownBy(() -> in.headerLong("int")).hasMessageContaining("as an integer, expected a long");
        assertThatThrownBy(() -> in.headerBoolean("string")).hasMessageContaining("as a string, expected a boolean");
        assertThatThrownBy(() -> in.headerString("bool")).hasMessageContaining("as a boolean, expected a string");
        assertThatThrownBy(() -> in.headerBlob("time")).hasMessageContaining("as a timestamp, expected bytes");
        assertThatThrownBy(() -> in.headerTimestamp("blob")).hasMessageContaining("as bytes, expected a timestamp");
        assertThatThrownBy(() -> in.headerByte("short")).hasMessageContaining("as a short, expected a byte");
        assertThatThrownBy(() -> in.headerShort("byte")).hasMessageContaining("as a byte, expected a short");
        assertThat(in.text()).isEqualTo("ä");
        assertThatThrownBy(in::blob).isInstanceOf(IllegalStateException.class);
        byte[] noText = new FrameWriter().finish(new byte[] {(byte) 0xC0}, 0, 1, 1000);
        assertThatThrownBy(reader(noText)::text).hasMessageContaining("has a payload that is not UTF-8");
        assertThat(reader(new FrameWriter().finish(NOTHING, 0, 0, 1000)).blob()).isEqualTo(Blob.empty());
    }

    private static EventReader reader(byte[] message) {
        try {
            return new EventReader(new FrameReader(new ByteArrayInputStream(message), 100_000).next(), "t");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theInitialResponseIsNoEvent() {
        byte[] initial = message("event", new FrameWriter().header(":event-type", "initial-response"), "{\"a\":1}");
        EventMessages<TestEvent> messages = TestCall.messages(initial, TestCall.text("a"));
        var json = messages.initialResponse().json();
        assertThat(json.first()).isEqualTo("a");
        assertThat(json.integer()).isEqualTo(1);
        assertThat(messages.stream().next()).isEqualTo(new TestEvent.Message("a"));
        assertThatThrownBy(messages::initialResponse).isInstanceOf(IllegalStateException.class);
        // Where nothing asks for it, it is left out; a second one is an event like others.
        EventStream<TestEvent> unasked = TestCall.stream(initial, initial, TestCall.text("a"));
        assertThat(unasked.next()).isInstanceOf(TestEvent.Unknown.class);
        assertThat(unasked.next()).isEqualTo(new TestEvent.Message("a"));
        assertThat(unasked.hasNext()).isFalse();
    }

    @Test
    void theInitialResponseMayBeAbsent() {
        EventMessages<TestEvent> other = TestCall.messages(TestCall.text("a"));
        assertThat(other.initialResponse().json().first()).isNull();
        assertThat(other.stream().next()).isEqualTo(new TestEvent.Message("a"));
        EventMessages<TestEvent> none = TestCall.messages();
        assertThat(none.initialResponse().json().first()).isNull();
        assertThat(none.stream().hasNext()).isFalse();
        byte[] error = message("error", new FrameWriter().header(":error-code", "X"), "");
        EventMessages<TestEvent> failed = TestCall.messages(error);
        assertThat(failed.initialResponse().json().first()).isNull();
        assertThatThrownBy(failed.stream()::next).isInstanceOf(TestCall.Failure.class);
        TestCall call = new TestCall(new ByteArrayInputStream(new byte[] {1}));
        EventMessages<TestEvent> broken = call.events();
        assertThatThrownBy(broken::initialResponse).isInstanceOf(MalformedResponseException.class);
        assertThatThrownBy(broken.stream()::hasNext).isInstanceOf(MalformedResponseException.class);
        assertThat(call.closes).hasValue(1);
    }

    @Test
    void aStreamForTestsHasItsEvents() {
        EventStream<String> stream = EventStream.of(List.of("a", "b"));
        assertThat(stream).containsExactly("a", "b");
        assertThat(stream).hasToString("EventStream");
        EventStream<String> closed = EventStream.of(List.of("a"));
        closed.close();
        assertThatThrownBy(closed::next).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> EventStream.of(Arrays.asList("a", null))).isInstanceOf(NullPointerException.class);
    }

    private static byte[] message(String type, FrameWriter headers, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        return headers.header(":message-type", type).finish(bytes, 0, bytes.length, FrameReader.MAX_MESSAGE_SIZE);
    }

    private static byte[] concat(byte[]... parts) {
        byte[] whole = NOTHING;
        for (byte[] part : parts) {
            byte[] longer = Arrays.copyOf(whole, whole.length + part.length);
            System.arraycopy(part, 0, longer, whole.length, part.length);
            whole = longer;
        }
        return whole;
    }
}
