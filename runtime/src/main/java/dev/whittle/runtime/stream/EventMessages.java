package dev.whittle.runtime.stream;

import dev.whittle.runtime.shape.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response as messages of the format {@code application/vnd.amazon.eventstream}, and their events. For the
 * client, which makes it and hands out {@link #stream}.
 *
 * @param <E> the union of the events
 * @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon Event Stream Specification</a>
 */
public final class EventMessages<E> extends EventFeed<E> {
    /** The type of the event that has the other members of an output. */
    private static final String INITIAL_RESPONSE = "initial-response";

    private static final byte[] NOTHING = {};

    private final FrameReader frames;
    private final EventCodec<E> codec;
    private final EventCall call;
    private final EventStream<E> stream = new EventStream<>(this);
    private boolean hasBegun;
    private @Nullable Frame first;

    /**
     * Makes the events of a body, of which nothing is read yet.
     *
     * @param body the body of the response; {@code call} closes it
     */
    public EventMessages(InputStream body, EventCodec<E> codec, EventCall call) {
        this.frames = new FrameReader(body, call.maxMessageSize());
        this.codec = codec;
        this.call = call;
    }

    /** The stream, always the same one. */
    public EventStream<E> stream() {
        return stream;
    }

    /**
     * The event {@code initial-response}, for which it waits; one without content if another message is first, or none. Must be called before an event is read.
     *
     * @throws RuntimeException what {@link EventCall#failure} returns, if the first message cannot be received; the
     *     response is released then
     */
    public EventReader initialResponse() {
        if (hasBegun) {
            throw new IllegalStateException("the first message of the event stream has been read before");
        }
        hasBegun = true;
        try {
            Frame frame = receive();
            if (frame != null && isInitialResponse(frame)) {
                return new EventReader(frame, INITIAL_RESPONSE);
            }
            first = frame;
            return new EventReader(new Frame(0, Map.of(), NOTHING), INITIAL_RESPONSE);
        } catch (RuntimeException e) {
            RuntimeException failure = call.failure(e);
            stream.fail(failure);
            throw failure;
        }
    }

    private static boolean isInitialResponse(Frame frame) {
        return INITIAL_RESPONSE.equals(frame.text(":event-type")) && "event".equals(frame.text(":message-type"));
    }

    private @Nullable Frame receive() {
        try {
            return frames.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @Nullable
    E next() {
        Frame frame;
        RuntimeException error;
        try {
            frame = frame();
            if (frame == null) {
                return null;
            }
            String type = frame.required(":message-type");
            if (type.equals("event")) {
                return codec.read(new EventReader(frame, frame.required(":event-type")));
            }
            error = error(frame, type);
        } catch (RuntimeException e) {
            throw call.failure(e);
        }
        throw error;
    }

    /** The next message that may be an event; null at the end. */
    private @Nullable Frame frame() {
        Frame frame = first;
        if (frame != null) {
            first = null;
            return frame;
        }
        frame = receive();
        if (!hasBegun) {
            hasBegun = true;
            // Services of protocols that do not need it may send it all the same.
            if (frame != null && isInitialResponse(frame)) {
                frame = receive();
            }
        }
        return frame;
    }

    private RuntimeException error(Frame frame, String type) {
        if (type.equals("exception")) {
            String code = codec.errorCode(frame.required(":exception-type"));
            return call.error(code, null, Blob.unsafe(frame.payload()));
        }
        if (type.equals("error")) {
            return call.error(
                    frame.required(":error-code"), frame.text(":error-message"), Blob.unsafe(frame.payload()));
        }
        throw frame.fault("has an unknown message type of " + type.length() + " characters");
    }

    @Override
    void close() {
        call.close();
    }

    @Override
    Executor executor() {
        return call.executor();
    }
}
