package dev.whittle.runtime.stream;

import dev.whittle.runtime.auth.EventSigner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Writes events to a body, signed if there is a signer. */
final class EventOutput<E> implements EventSink<E> {
    private static final byte[] NOTHING = {};

    private final EventCodec<E> codec;
    private final @Nullable EventSigner signer;
    private final OutputStream out;

    /** Guards what follows, the signer and the stream. No monitor, which would hold the carrier of a virtual thread. */
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable IOException failure;
    private boolean hasEnded;

    EventOutput(EventCodec<E> codec, @Nullable EventSigner signer, OutputStream out) {
        this.codec = codec;
        this.signer = signer;
        this.out = out;
    }

    @Override
    public void send(E event) {
        Objects.requireNonNull(event, "event must not be null");
        EventWriter writer = new EventWriter();
        byte[] message;
        try {
            codec.write(event, writer);
            message = writer.finish();
        } finally {
            writer.close();
        }
        try {
            message(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an encoded event. */
    void message(byte[] message) throws IOException {
        lock.lock();
        try {
            if (hasEnded) {
                throw new IllegalStateException("the source of the events has returned");
            }
            write(signer == null ? message : signed(signer, message));
        } finally {
            lock.unlock();
        }
    }

    private static byte[] signed(EventSigner signer, byte[] event) {
        long millis = signer.epochMillis();
        FrameWriter frame = new FrameWriter().header(":date", Instant.ofEpochMilli(millis));
        byte[] signature = signer.sign(millis, frame.headers(), event);
        return frame.header(":chunk-signature", signature).finish(event, 0, event.length, FrameReader.MAX_MESSAGE_SIZE);
    }

    private void write(byte[] message) throws IOException {
        // A failure that the source has ignored: what follows would make no sense without what is lost.
        IOException earlier = failure;
        if (earlier != null) {
            throw earlier;
        }
        try {
            out.write(message, 0, message.length);
            out.flush();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Writes the signed end, if events are signed, after the source has returned. */
    void finish() throws IOException {
        lock.lock();
        try {
            hasEnded = true;
            if (failure != null) {
                throw failure;
            }
            if (signer != null) {
                write(signed(signer, NOTHING));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more events. */
    void end() {
        lock.lock();
        try {
            hasEnded = true;
        } finally {
            lock.unlock();
        }
    }
}
