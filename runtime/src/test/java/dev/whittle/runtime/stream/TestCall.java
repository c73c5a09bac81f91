package dev.whittle.runtime.stream;

import dev.whittle.runtime.error.ErrorDetails;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.shape.Blob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A call that a stream belongs to. */
class TestCall extends EventCall {
    final AtomicInteger closes = new AtomicInteger();
    private final InputStream body;

    TestCall(InputStream body) {
        this.body = body;
    }

    /** An error of the service. */
    static final class Failure extends ServiceException {
        private static final long serialVersionUID = 1L;
        final transient Blob payload;

        Failure(ErrorDetails details, Blob payload) {
            super(details);
            this.payload = payload;
        }
    }

    static EventMessages<TestEvent> messages(byte[]... messages) {
        int size = 0;
        for (byte[] message : messages) {
            size += message.length;
        }
        byte[] bytes = new byte[size];
        int at = 0;
        for (byte[] message : messages) {
            System.arraycopy(message, 0, bytes, at, message.length);
            at += message.length;
        }
        return new TestCall(new ByteArrayInputStream(bytes)).events();
    }

    static EventStream<TestEvent> stream(byte[]... messages) {
        return messages(messages).stream();
    }

    static byte[] text(String text) {
        return event(new TestEvent.Message(text));
    }

    static byte[] event(TestEvent event) {
        EventWriter writer = new EventWriter();
        new TestEvent.Codec().write(event, writer);
        return writer.finish();
    }

    EventMessages<TestEvent> events() {
        return new EventMessages<>(body, new TestEvent.Codec(), this);
    }

    @Override
    protected RuntimeException error(String code, @Nullable String message, Blob payload) {
        return new Failure(
                ErrorDetails.builder().errorCode(code).message(message).build(), payload);
    }

    @Override
    protected RuntimeException failure(RuntimeException failure) {
        if (failure instanceof UncheckedIOException) {
            return new TransportException("the exchange failed", failure.getCause());
        }
        return failure instanceof MalformedResponseException known
                ? known.in("Test response", 200, "application/vnd.amazon.eventstream")
                : failure;
    }

    @Override
    protected void close() {
        closes.incrementAndGet();
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Executor executor() {
        return work -> new Thread(work, "test-events").start();
    }
}
