package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.shape.Blob;
import dev.whittle.runtime.stream.EventBody;
import dev.whittle.runtime.stream.EventCall;
import dev.whittle.runtime.stream.EventCodec;
import dev.whittle.runtime.stream.EventMessages;
import dev.whittle.runtime.stream.EventReader;
import dev.whittle.runtime.stream.EventSource;
import dev.whittle.runtime.stream.EventStream;
import dev.whittle.runtime.stream.EventWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams of events over the client's own transport. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventsOverSocketsTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    @Test
    void eachEventIsReadWhenItArrives() throws Exception {
        CountDownLatch isFirstRead = new CountDownLatch(1);
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write(bytes(HEAD + chunk("first")));
                    isFirstRead.await();
                    c.write(bytes(chunk("second") + "0\r\n\r\n"));
                    c.readHead();
                    c.write("HTTP/1.1 204 No Content\r\n\r\n");
                });
                SocketTransport transport = new SocketTransport()) {
            EventStream<String> stream = open(server, transport);
            assertThat(stream.next()).isEqualTo("first");
            isFirstRead.countDown();
            assertThat(stream.next()).isEqualTo("second");
            assertThat(stream.hasNext()).isFalse();
            // The end gives the connection back.
            assertThat(transport.send(server.request("GET").build()).status()).isEqualTo(204);
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void closingReleasesTheThreadThatReads() throws Exception {
        CountDownLatch isOver = new CountDownLatch(1);
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write(bytes(HEAD + chunk("first")));
                    isOver.await();
                });
                SocketTransport transport = new SocketTransport()) {
            EventStream<String> stream = open(server, transport);
            assertThat(stream.next()).isEqualTo("first");
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread reader = new Thread(() -> {
                try {
                    stream.hasNext();
                } catch (Throwable e) {
                    thrown.set(e);
                }
            });
            reader.start();
            while (reader.getState() != Thread.State.RUNNABLE || !isInRead(reader)) {
                Thread.sleep(1);
            }
            stream.close();
            reader.join(10_000);
            assertThat(reader.isAlive()).isFalse();
            assertThat(thrown.get()).isInstanceOf(IllegalStateException.class).hasMessage("the event stream is closed");
        } finally {
            isOver.countDown();
        }
    }

    private static boolean isInRead(Thread reader) {
        for (StackTraceElement frame : reader.getStackTrace()) {
            if (frame.getMethodName().equals("hasNext")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aBodyThatEndsEarlyIsNotTheEndOfTheEvents() throws Exception {
        String second = chunk("second");
        for (String rest : List.of("", second.substring(0, 5), second.substring(0, 30), second)) {
            try (RawServer server = new RawServer(c -> {
                        c.readHead();
                        c.write(bytes(HEAD + chunk("first") + rest));
                    });
                    SocketTransport transport = new SocketTransport()) {
                EventStream<String> stream = open(server, transport);
                assertThat(stream.next()).isEqualTo("first");
                if (rest.equals(second)) {
                    assertThat(stream.next()).isEqualTo("second");
                }
                assertThatThrownBy(stream::hasNext).isInstanceOf(TransportException.class);
                assertThatThrownBy(stream::hasNext).isInstanceOf(TransportException.class);
            }
        }
        try (RawServer server = new RawServer(c -> {
                    c.readHead();
                    c.write(HEAD + "3\r\n\0\0\0\r\n0\r\n\r\n");
                });
                SocketTransport transport = new SocketTransport()) {
            assertThatThrownBy(open(server, transport)::next).isInstanceOf(MalformedResponseException.class);
        }
    }

    private static EventStream<String> open(RawServer server, SocketTransport transport) throws IOException {
        HttpResponse response = transport.send(server.request("GET").build());
        return new EventMessages<>(response.body(), new Texts(), new Open(response)).stream();
    }

    /** A chunk with one event, whose bytes are characters here. */
    private static String chunk(String text) {
        byte[] event = new EventBody<>(new Texts(), EventSource.of(List.of(text))).toByteArray();
        return Integer.toHexString(event.length) + "\r\n" + new String(event, StandardCharsets.ISO_8859_1) + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Events that are texts. */
    private static final class Texts extends EventCodec<String> {
        @Override
        public String read(EventReader in) {
            return in.text();
        }

        @Override
        public void write(String event, EventWriter out) {
            out.type("text").body("text/plain", event);
        }
    }

    /** An open response. */
    private static final class Open extends EventCall {
        private final HttpResponse response;

        Open(HttpResponse response) {
            this.response = response;
        }

        @Override
        protected RuntimeException error(String code, @Nullable String message, Blob payload) {
            return new IllegalArgumentException(code);
        }

        @Override
        protected RuntimeException failure(RuntimeException failure) {
            return failure instanceof UncheckedIOException
                    ? new TransportException("the exchange failed", failure.getCause())
                    : failure;
        }

        @Override
        protected void close() {
            try {
                response.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        protected Executor executor() {
            return Runnable::run;
        }
    }
}
