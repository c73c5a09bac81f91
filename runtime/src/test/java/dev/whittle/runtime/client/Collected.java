package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.concurrent.TimeUnit;

/** Waits for a collection of garbage, which nothing can order: a JVM may ignore {@link System#gc}. */
final class Collected {
    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int PIECE = 1 << 20;
    private static final int PIECES_A_ROUND = 64;

    private Collected() {}

    /** Makes memory scarce until the referent is gone; fails if it is still there after half a minute. */
    static void awaitCollected(Reference<?> reference) throws InterruptedException {
        long end = System.nanoTime() + BOUND_NANOS;
        int filled = 0;
        while (reference.get() != null) {
            assertThat(System.nanoTime() - end)
                    .as("nanoseconds beyond the bound, after %s MiB of garbage", filled)
                    .isNegative();
            System.gc();
            for (int i = 0; i < PIECES_A_ROUND && reference.get() != null; i++) {
                byte[] piece = new byte[PIECE];
                piece[i] = 1;
                filled += piece[i];
            }
            Thread.sleep(10);
        }
    }
}
