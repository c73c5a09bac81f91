package dev.whittle.runtime.stream;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a subscriber. While events are requested, one task reads and delivers them; the task ends when there is no more
 * demand, so that no thread waits for the subscriber.
 */
final class EventSubscription<E> implements Flow.Subscription, Runnable {
    private final EventStream<E> stream;
    private final Flow.Subscriber<? super E> subscriber;

    /**
     * How many events are requested and not delivered. The call that makes it more than 0 starts the task. It begins with
     * 1, which keeps the task from running while {@code onSubscribe} does.
     */
    private final AtomicLong demand = new AtomicLong(1);

    /** Whether the subscriber has requested a number of events that is not positive. */
    private volatile boolean isMisused;

    /** Whether the subscriber must get no more signals. */
    private volatile boolean isOver;

    EventSubscription(EventStream<E> stream, Flow.Subscriber<? super E> subscriber) {
        this.stream = stream;
        this.subscriber = subscriber;
    }

    /** Tells the subscriber of its subscription, and then delivers what it has requested meanwhile. */
    void begin() {
        subscriber.onSubscribe(this);
        if (demand.decrementAndGet() > 0) {
            start();
        }
    }

    @Override
    public void request(long count) {
        if (isOver) {
            return;
        }
        if (count <= 0) {
            isMisused = true;
        }
        long before = add(Math.max(1, count));
        if (before == 0) {
            start();
        } else if (isMisused) {
            // The task may wait for an event, which is of no use now.
            stream.close();
        }
    }

    /** Adds to the demand, up to the largest number, and returns what it was before. */
    private long add(long count) {
        long before;
        long after;
        do {
            before = demand.get();
            after = before + count < 0 ? Long.MAX_VALUE : before + count;
        } while (!demand.compareAndSet(before, after));
        return before;
    }

    private void start() {
        try {
            stream.execute(this);
        } catch (RuntimeException e) {
            // No task runs, and none will, because the demand stays: this thread may signal.
            end(e);
        }
    }

    @Override
    public void run() {
        long wanted = demand.get();
        while (wanted > 0) {
            for (long delivered = 0; delivered < wanted; delivered++) {
                if (!deliver()) {
                    // The demand stays, so that no task starts again.
                    return;
                }
            }
            wanted = demand.addAndGet(-wanted);
        }
    }

    /** Delivers one event; false if nothing is to be delivered any more. */
    private boolean deliver() {
        E event = null;
        Throwable failure = null;
        if (!isMisused && !isOver) {
            try {
                event = stream.hasNext() ? stream.next() : null;
            } catch (Throwable e) {
                failure = e;
            }
        }
        if (isMisused) {
            failure = new IllegalArgumentException(
                    "a subscriber must request one event at least, by rule 3.9 of Reactive Streams");
        }
        if (isOver) {
            return false;
        }
        if (event == null || failure != null) {
            end(failure);
            return false;
        }
        try {
            subscriber.onNext(event);
        } catch (Throwable e) {
            // Subscribers must not throw; one that does counts as cancelled.
            cancel();
            throw e;
        }
        return true;
    }

    private void end(@Nullable Throwable failure) {
        isOver = true;
        stream.close();
        if (failure == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(failure);
        }
    }

    @Override
    public void cancel() {
        isOver = true;
        stream.close();
    }
}
