package dev.whittle.runtime.wait;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Notes how long it was to wait, and does not: only its own time goes on. Delays are the longest, or by chance. */
final class RecordedWaiterPause extends WaiterPause {
    final List<Long> millis = new ArrayList<>();
    private final @Nullable Random random;
    private long nanos = Long.MAX_VALUE - 3;

    RecordedWaiterPause(@Nullable Random random) {
        this.random = random;
    }

    /** Time that a call takes. */
    void pass(long millis) {
        nanos += millis * 1_000_000;
    }

    long sum() {
        return millis.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    long nanos() {
        return nanos;
    }

    @Override
    long between(long least, long most) {
        return random == null || least == most ? most : random.nextLong(least, most + 1);
    }

    @Override
    void await(long nanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        millis.add(nanos / 1_000_000);
        this.nanos += nanos;
    }
}
