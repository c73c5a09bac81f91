package dev.whittle.runtime.stream;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The events of a response, received while they are read. It must be closed unless its last event was read, because it
 * keeps a connection open.
 *
 * <p>Events are read in one of three ways: by {@link #hasNext} and {@link #next}, by a loop over {@link #iterator}, or by
 * a subscriber of {@link #publisher}. One thread reads at a time; any thread may close.
 *
 * <p>Reading throws a {@link dev.whittle.runtime.error.CallException}: the error that the service sent in place of an
 * event, a {@link dev.whittle.runtime.error.TransportException} if the connection is lost, takes too long or the thread is
 * interrupted, or a {@link dev.whittle.runtime.error.MalformedResponseException}. After that, each attempt to read throws
 * the same exception; the stream is closed by itself.
 *
 * @param <E> the type of the events
 */
public final class EventStream<E> implements Iterable<E>, AutoCloseable {
    private final EventFeed<E> feed;
    private final AtomicBoolean isReleased = new AtomicBoolean();
    private final AtomicBoolean isTaken = new AtomicBoolean();
    private volatile boolean isClosed;

    private @Nullable E event;
    private @Nullable RuntimeException failure;
    private boolean hasEnded;

    EventStream(EventFeed<E> feed) {
        this.feed = feed;
    }

    /**
     * A stream of events that are at hand, for the tests of code that reads events.
     *
     * @param events none of which may be null; the list is copied
     */
    public static <E> EventStream<E> of(List<? extends E> events) {
        return new EventStream<>(new ListFeed<>(List.copyOf(events)));
    }

    /**
     * Whether there is another event. Waits until it is received, or the stream ends.
     *
     * @throws dev.whittle.runtime.error.CallException if the stream has failed
     * @throws IllegalStateException if the stream is closed, also while this method waits
     */
    public boolean hasNext() {
        if (isClosed) {
            throw closed(null);
        }
        if (event != null) {
            return true;
        }
        if (failure != null) {
            throw failure;
        }
        if (hasEnded) {
            return false;
        }
        E read;
        try {
            read = feed.next();
        } catch (RuntimeException e) {
            // What a reader gets of a body that was closed meanwhile says less.
            RuntimeException thrown = isClosed ? closed(e) : e;
            fail(thrown);
            throw thrown;
        }
        if (isClosed) {
            throw closed(null);
        }
        event = read;
        if (read == null) {
            hasEnded = true;
            release();
        }
        return !hasEnded;
    }

    /**
     * The next event. Waits until it is received.
     *
     * @throws NoSuchElementException if the stream has ended
     * @throws dev.whittle.runtime.error.CallException if the stream has failed
     * @throws IllegalStateException if the stream is closed, also while this method waits
     */
    public E next() {
        if (hasNext()) {
            E next = event;
            if (next != null) {
                event = null;
                return next;
            }
        }
        throw new NoSuchElementException("the event stream has no more events");
    }

    /**
     * The events, for one loop. Its methods throw what {@link #hasNext} and {@link #next} throw.
     *
     * @throws IllegalStateException at the second call, or if the events have a subscriber
     */
    @Override
    public Iterator<E> iterator() {
        if (!take()) {
            throw new IllegalStateException("the events can be read only once");
        }
        return new EventIterator<>(this);
    }

    /**
     * Publishes the events to one subscriber. The events are read on a virtual thread if there are any, else on a
     * daemon thread, and only as far as the subscriber has requested them. Cancelling the subscription closes the stream,
     * and so do the end and a failure. A second subscriber gets an {@link IllegalStateException}.
     */
    public Flow.Publisher<E> publisher() {
        return new EventPublisher<>(this);
    }

    /** Makes the caller the only reader; false if there is one. */
    boolean take() {
        return isTaken.compareAndSet(false, true);
    }

    void execute(Runnable work) {
        feed.executor().execute(work);
    }

    /** Ends the stream with a failure, which each attempt to read throws then. */
    void fail(RuntimeException thrown) {
        failure = thrown;
        release();
    }

    /**
     * Ends the exchange with the service, whether all events were read or not. Throws nothing, and has no effect if it is
     * called again. Another thread that waits for an event gets an {@link IllegalStateException}.
     */
    @Override
    public void close() {
        isClosed = true;
        release();
    }

    private void release() {
        if (isReleased.compareAndSet(false, true)) {
            feed.close();
        }
    }

    private static IllegalStateException closed(@Nullable Throwable cause) {
        return new IllegalStateException("the event stream is closed", cause);
    }

    /** Without events, which may be secret and can be read only once. */
    @Override
    public String toString() {
        return "EventStream";
    }
}
