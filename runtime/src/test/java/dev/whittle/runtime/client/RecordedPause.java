package dev.whittle.runtime.client;

import java.util.ArrayList;
import java.util.List;

/** Notes how long it was to wait, and does not. */
final class RecordedPause extends Pause {
    final List<Long> waits = new ArrayList<>();
    private boolean ended;

    @Override
    boolean await(long millis) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(millis);
        return ended;
    }

    /** Serves another client. */
    RecordedPause again() {
        ended = false;
        return this;
    }

    @Override
    void end() {
        ended = true;
    }
}
