package dev.whittle.runtime.client;

import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.IdleTimeoutException;
import dev.whittle.runtime.internal.Leaks;
import dev.whittle.runtime.stream.EventCodec;
import dev.whittle.runtime.stream.EventMessages;
import dev.whittle.runtime.stream.ResponseStream;
import dev.whittle.runtime.stream.StreamListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** The body of a response that an output owns: the response ends with it. */
final class OwnedBody extends InputStream {
    private final InputStream body;
    private final HttpResponse response;
    private final ServiceInfo service;
    private final Operation<?, ?> called;
    private final Call call;
    private final String target;
    private final String operation;
    private final long length;
    private final @Nullable StreamListener listener;
    private final Leaks.Entry leak;
    private long count;
    private @Nullable IOException failure;
    private @Nullable IOException cause;
    private @Nullable ResponseEvents events;
    private volatile boolean closed;

    /**
     * Makes the body.
     *
     * @param body the response's body, with what checks it
     * @param target where the request was sent, for messages
     */
    private OwnedBody(
            InputStream body,
            HttpResponse response,
            ServiceInfo service,
            Operation<?, ?> called,
            Call call,
            String target) {
        this.body = body;
        this.response = response;
        this.service = service;
        this.called = called;
        this.call = call;
        this.target = target;
        this.operation = call.operation();
        this.length = length(response);
        this.listener = call.options().progress();
        this.leak = Leaks.watch(this, response, operation);
    }

    /**
     * Reads an output that owns its response, and has it handled if the call does that. The caller closes the response if
     * it does not return the output.
     */
    static <O> O open(
            Operation<?, O> operation,
            HttpRequest request,
            HttpResponse response,
            HttpResponse checked,
            ServiceInfo service,
            Call call) {
        OwnedBody body = new OwnedBody(checked.body(), response, service, operation, call, request.authority());
        ResponseReader reader = new ResponseReader(new HttpResponse(response.status(), response.headers(), body), body);
        boolean isOpened = false;
        try {
            O output = operation.read(reader);
            @SuppressWarnings("unchecked") // It was made for this operation.
            Scope<O, ?> scope = (Scope<O, ?>) call.scope();
            if (scope != null) {
                scope.handle(output, body);
            }
            isOpened = scope == null;
            return output;
        } catch (RuntimeException e) {
            throw call.isCallersOwn() || body.hasThrown(e) ? e : body.failure(e);
        } finally {
            reader.close();
            if (!isOpened) {
                body.close();
            }
        }
    }

    /** The body as a stream. */
    ResponseStream stream() {
        return new ResponseStream(this, operation, length);
    }

    /** The body as events. */
    <E> EventMessages<E> events(EventCodec<E> codec) {
        ResponseEvents made = new ResponseEvents(this);
        events = made;
        return new EventMessages<>(this, codec, made);
    }

    /** Whether an exception is one that a reader of events got in place of an event. */
    boolean hasThrown(RuntimeException thrown) {
        return events != null && events.thrown() == thrown;
    }

    /** The number of bytes; -1 if it is not known. */
    private static long length(HttpResponse response) {
        String value = response.headers().first("Content-Length");
        if (value == null || value.isEmpty() || value.length() > 18) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            length = length * 10 + digit;
        }
        return length;
    }

    /**
     * The exception for an error that stands in the body.
     *
     * @param message the service's own words; null if at most the payload has them
     */
    RuntimeException error(String code, @Nullable String message, byte[] payload) {
        ErrorFields fields =
                service.errorFormat().read(HttpHeaders.empty(), payload).of(code, message);
        return called.error(new ErrorReader(service, call, response.status(), response.headers(), payload, fields));
    }

    /** The exception for a failure to read what is in the body. */
    RuntimeException failure(RuntimeException e) {
        return Failures.reading(call, target, response, cause == null ? e : new UncheckedIOException(cause));
    }

    /** What the transport failed with while this was read; null if it did not. */
    @Nullable
    IOException broken() {
        return cause;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
        if (closed) {
            throw new IOException(operation + ": the response is closed");
        }
        int read;
        try {
            read = body.read(target, offset, size);
        } catch (IOException e) {
            throw failed(e);
        } catch (MalformedResponseException e) {
            close();
            throw Failures.malformed(operation, response, e);
        }
        if (read < 0) {
            leak.end();
        } else if (read > 0) {
            count += read;
            if (listener != null) {
                listener.received(count, length);
            }
        }
        return read;
    }

    private IOException failed(IOException e) {
        if (closed) {
            return new IOException(operation + ": the response was closed while it was read", e);
        }
        String text = operation + ": the response broke off after " + count + " bytes: "
                + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        IOException told;
        if (e instanceof IdleTimeoutException idle) {
            told = new IdleTimeoutException(text, idle.limitMillis());
        } else if (e instanceof SocketTimeoutException) {
            told = new SocketTimeoutException(text);
        } else if (e instanceof InterruptedIOException) {
            told = new InterruptedIOException(text);
        } else {
            told = new IOException(text);
        }
        told.initCause(e);
        cause = e;
        failure = told;
        close();
        return told;
    }

    @Override
    public int available() throws IOException {
        return closed ? 0 : body.available();
    }

    @Override
    public void close() {
        closed = true;
        leak.end();
        try {
            response.close();
        } catch (IOException | RuntimeException e) {
            // The transport has lost a connection, which is its own matter.
            return;
        }
    }
}
