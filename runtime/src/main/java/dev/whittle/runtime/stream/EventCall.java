package dev.whittle.runtime.stream;

import dev.whittle.runtime.shape.Blob;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a response need from the call that they belong to. The client implements it. Its methods are called
 * by the thread that reads, but {@link #close} by any thread.
 */
public abstract class EventCall {
    /** The limit of AWS for one message, in bytes. */
    public static final int MAX_MESSAGE_SIZE = FrameReader.MAX_MESSAGE_SIZE;

    /** Called by subclasses. */
    protected EventCall() {}

    /** The most bytes that one message may have, its headers included; 24 MiB by default. */
    protected int maxMessageSize() {
        return MAX_MESSAGE_SIZE;
    }

    /**
     * The exception for an error that the service sent in place of an event.
     *
     * @param code the error's code
     * @param message the service's text, if the message has it in a header; null if only the payload can have one
     * @param payload the error's members; empty if there are none
     */
    protected abstract RuntimeException error(String code, @Nullable String message, Blob payload);

    /**
     * The exception that the reader of the events gets for a failure while one was received or read.
     *
     * @param failure an {@link java.io.UncheckedIOException} for a failure of the body, a {@link
     *     dev.whittle.runtime.error.MalformedResponseException} for bytes that are no events, or what the codec threw
     */
    protected abstract RuntimeException failure(RuntimeException failure);

    /**
     * Releases the response. Called once: after the last event, after a failure, or when the stream is closed. In the
     * last case, another thread may be blocked while it reads the body, and must be released too. Throws nothing.
     */
    protected abstract void close();

    /** Runs what feeds a subscriber. Called only if {@link EventStream#publisher} is used. */
    protected abstract Executor executor();
}
