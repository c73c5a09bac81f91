package dev.whittle.bedrockagentcore.browser;

import dev.whittle.runtime.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands events to listeners, one after the other on one thread, so that a listener can wait for the response of a command
 * while the connection reads on. The thread starts with the first listener.
 */
final class DevToolsEvents {
    /** What an event takes beside its text, in characters, so that many small ones do not fill the memory. */
    private static final int OVERHEAD = 200;

    private final long limit;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private @Nullable Thread thread;
    private volatile boolean ended;

    DevToolsEvents(long limit) {
        this.limit = limit;
    }

    /** Null if the events have ended. */
    synchronized DevTools.@Nullable Subscription on(
            @Nullable String sessionId, String event, Consumer<? super Document> action) {
        if (ended) {
            return null;
        }
        Listener listener = new Listener(
                sessionId, Objects.requireNonNull(event, "event"), Objects.requireNonNull(action, "listener"));
        listeners.add(listener);
        if (thread == null) {
            thread = new Thread(this::run, "whittle-devtools-events");
            thread.setDaemon(true);
            thread.start();
        }
        return listener;
    }

    /** Queues an event for those that listen now; false if too much waits already. */
    boolean offer(@Nullable String sessionId, String event, Document params, int size) {
        List<Listener> interested = new ArrayList<>();
        for (Listener listener : listeners) {
            if (listener.event.equals(event) && Objects.equals(listener.sessionId, sessionId)) {
                interested.add(listener);
            }
        }
        if (interested.isEmpty()) {
            return true;
        }
        long charge = (long) size + OVERHEAD;
        if (waiting.getAndAdd(charge) > limit) {
            return false;
        }
        queue.add(() -> deliver(interested, params, charge));
        return true;
    }

    /** Forgets the listeners of a session that has ended, once they have what is queued. */
    void forget(String sessionId) {
        listeners.removeIf(listener -> sessionId.equals(listener.sessionId));
    }

    /** Takes no more listeners. The thread ends once all queued events are delivered. */
    synchronized void end() {
        ended = true;
        // Wakes the thread.
        queue.add(() -> {});
    }

    /** Drops the queued events. */
    void drop() {
        queue.clear();
        end();
    }

    /** Waits a moment for the thread to end, unless a listener calls this. */
    void join(long millis) throws InterruptedException {
        Thread events;
        synchronized (this) {
            events = thread;
        }
        if (events != null && events != Thread.currentThread()) {
            TimeUnit.MILLISECONDS.timedJoin(events, millis);
        }
    }

    private void run() {
        while (!ended || !queue.isEmpty()) {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                // A listener left its interrupt flag set; the next one starts without.
            }
        }
    }

    private void deliver(List<Listener> interested, Document params, long charge) {
        waiting.addAndGet(-charge);
        for (Listener listener : interested) {
            listener.accept(params);
        }
    }

    private final class Listener implements DevTools.Subscription {
        private final @Nullable String sessionId;
        private final String event;
        private final Consumer<? super Document> action;
        private volatile boolean closed;

        Listener(@Nullable String sessionId, String event, Consumer<? super Document> action) {
            this.sessionId = sessionId;
            this.event = event;
            this.action = action;
        }

        void accept(Document params) {
            if (closed) {
                return;
            }
            // Listeners of one event share the thread.
            Thread.interrupted();
            try {
                action.accept(params);
            } catch (Throwable e) {
                Thread current = Thread.currentThread();
                try {
                    current.getUncaughtExceptionHandler().uncaughtException(current, e);
                } catch (RuntimeException ignored) {
                    // As the JDK does for a handler that throws.
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            listeners.remove(this);
        }
    }
}
