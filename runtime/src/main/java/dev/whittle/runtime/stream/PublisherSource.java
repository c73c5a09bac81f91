package dev.whittle.runtime.stream;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A source of what a publisher publishes, one event at a time. */
final class PublisherSource<E> implements EventSource<E> {
    private final Flow.Publisher<? extends E> publisher;

    PublisherSource(Flow.Publisher<? extends E> publisher) {
        this.publisher = publisher;
    }

    @Override
    public void send(EventSink<E> sink) throws IOException, InterruptedException {
        Inbox<E> inbox = new Inbox<>();
        publisher.subscribe(inbox);
        boolean isComplete = false;
        try {
            for (E event = inbox.take(); event != null; event = inbox.take()) {
                sink.send(event);
            }
            isComplete = true;
        } finally {
            if (!isComplete) {
                inbox.cancel();
            }
        }
    }

    /** What was published and is not sent yet: one event at most. */
    private static final class Inbox<E> implements Flow.Subscriber<E> {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private Flow.@Nullable Subscription subscription;
        private @Nullable E event;
        private @Nullable Throwable failure;
        private boolean isRequested;
        private boolean hasEnded;
        private boolean isCancelled;

        /** The next event; null at the end. */
        @Nullable
        E take() throws IOException, InterruptedException {
            Flow.Subscription asked = subscribed();
            if (asked == null) {
                return ended();
            }
            // Without the lock, because a publisher may publish while it is asked.
            asked.request(1);
            lock.lockInterruptibly();
            try {
                while (event == null && !hasEnded) {
                    changed.await();
                }
                E taken = event;
                event = null;
                return taken == null ? ended() : taken;
            } finally {
                lock.unlock();
            }
        }

        /** Waits for the subscription, and marks that it is asked for an event; null if the end came first. */
        private Flow.@Nullable Subscription subscribed() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (subscription == null && !hasEnded) {
                    changed.await();
                }
                isRequested = !hasEnded;
                return hasEnded ? null : subscription;
            } finally {
                lock.unlock();
            }
        }

        private @Nullable E ended() throws IOException {
            Throwable thrown = failure;
            if (thrown == null) {
                return null;
            }
            if (thrown instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (thrown instanceof IOException io) {
                throw io;
            }
            throw new IOException(
                    "the publisher of the events failed with "
                            + thrown.getClass().getName(),
                    thrown);
        }

        void cancel() {
            Flow.Subscription cancelled;
            lock.lock();
            try {
                isCancelled = true;
                cancelled = subscription;
            } finally {
                lock.unlock();
            }
            if (cancelled != null) {
                cancelled.cancel();
            }
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            Objects.requireNonNull(given, "subscription must not be null");
            boolean isSurplus;
            lock.lock();
            try {
                isSurplus = isCancelled || subscription != null;
                if (!isSurplus) {
                    subscription = given;
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
            if (isSurplus) {
                given.cancel();
            }
        }

        @Override
        public void onNext(E published) {
            Objects.requireNonNull(published, "an event must not be null");
            boolean isUnasked;
            lock.lock();
            try {
                isUnasked = !isRequested && !isCancelled;
                if (isUnasked) {
                    end(new IllegalStateException("the publisher published an event that was not requested"));
                } else if (isRequested) {
                    isRequested = false;
                    event = published;
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
            if (isUnasked) {
                cancel();
            }
        }

        @Override
        public void onError(Throwable thrown) {
            Objects.requireNonNull(thrown, "throwable must not be null");
            lock.lock();
            try {
                end(thrown);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void onComplete() {
            lock.lock();
            try {
                end(null);
            } finally {
                lock.unlock();
            }
        }

        private void end(@Nullable Throwable thrown) {
            if (!hasEnded) {
                hasEnded = true;
                failure = thrown;
                changed.signalAll();
            }
        }
    }
}
