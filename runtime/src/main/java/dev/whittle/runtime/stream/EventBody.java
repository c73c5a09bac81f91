package dev.whittle.runtime.stream;

import dev.whittle.runtime.auth.EventSigner;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.shape.Blob;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that is events, as messages of the format {@code application/vnd.amazon.eventstream}. Each event
 * is flushed. For the client, which makes it of a source.
 *
 * @param <E> the union of the events
 */
public final class EventBody<E> extends RequestBody {
    private final EventCodec<E> codec;
    private final EventSource<E> source;
    private final byte @Nullable [] initialRequest;
    private final @Nullable EventSigner signer;

    /** Shared by the bodies of one source. */
    private final AtomicBoolean hasBegun;

    /** Makes the body of a source, whose events are not signed. */
    public EventBody(EventCodec<E> codec, EventSource<E> source) {
        this(codec, source, null, null, new AtomicBoolean());
    }

    /** The same as the constructor, as a body, so that this class is not loaded to verify those that use it. */
    public static <E> RequestBody of(EventCodec<E> codec, EventSource<E> source) {
        return new EventBody<>(codec, source);
    }

    /** The same as {@link #after(String, Blob)}, of what {@link #of(EventCodec, EventSource)} returned. */
    public static RequestBody after(RequestBody events, String contentType, Blob initialRequestPayload) {
        return ((EventBody<?>) events).after(contentType, initialRequestPayload);
    }

    private EventBody(
            EventCodec<E> codec,
            EventSource<E> source,
            byte @Nullable [] initialRequest,
            @Nullable EventSigner signer,
            AtomicBoolean hasBegun) {
        this.codec = codec;
        this.source = source;
        this.initialRequest = initialRequest;
        this.signer = signer;
        this.hasBegun = hasBegun;
    }

    /** The same events after the event {@code initial-request}, which has the other members of an input. */
    public EventBody<E> after(String contentType, Blob initialRequestPayload) {
        EventWriter writer = new EventWriter().type("initial-request");
        writer.body(contentType, initialRequestPayload);
        return new EventBody<>(codec, source, writer.finish(), signer, hasBegun);
    }

    /**
     * The same events, each of them signed, and a signed end.
     *
     * @param eventSigner what {@link dev.whittle.runtime.auth.SigV4Signer#signEvents} returned for the request
     */
    public EventBody<E> signedBy(EventSigner eventSigner) {
        return new EventBody<>(codec, source, initialRequest, eventSigner, hasBegun);
    }

    /** Always -1: the events are not known before they are written. */
    @Override
    public long size() {
        return -1;
    }

    /** True until the source is asked for events, which is done once. */
    @Override
    public boolean isRepeatable() {
        return !hasBegun.get();
    }

    /**
     * Runs the source and writes its events.
     *
     * @throws IOException if {@code out} or the source throw it, if the thread is interrupted, or if the source has been
     *     run before
     * @throws RuntimeException what the source throws
     */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (!hasBegun.compareAndSet(false, true)) {
            throw new IOException("the events of a request can be sent only once");
        }
        EventOutput<E> sink = new EventOutput<>(codec, signer, out);
        try {
            if (initialRequest != null) {
                sink.message(initialRequest);
            }
            source.send(sink);
            sink.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while sending events");
            interrupted.initCause(e);
            throw interrupted;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            sink.end();
        }
    }
}
