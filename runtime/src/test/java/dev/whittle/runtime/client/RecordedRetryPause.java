package dev.whittle.runtime.client;

import java.util.ArrayList;
import java.util.List;

/** Notes how long it was to wait, and does not: only its own time goes on. */
final class RecordedRetryPause extends RetryPause {
    final List<Long> waits = new ArrayList<>();
    private long nanos;
    private boolean ended;

    @Override
    long nanos() {
        return nanos;
    }

    @Override
    boolean await(long millis) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(millis);
        nanos += millis * 1_000_000;
        return ended;
    }

    /** Serves another client. */
    RecordedRetryPause again() {
        ended = false;
        return this;
    }

    @Override
    void end() {
        ended = true;
    }
}
