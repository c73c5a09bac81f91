package dev.whittle.runtime.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt or a whole call ended. */
public final class Outcome {
    private final int attempt;
    private final int status;
    private final long nanos;
    private final @Nullable Throwable failure;

    Outcome(int attempt, int status, long nanos, @Nullable Throwable failure) {
        this.attempt = attempt;
        this.status = status;
        this.nanos = nanos;
        this.failure = failure;
    }

    /** Which attempt it was, counted from 1; for a call, how many there were. */
    public int attempt() {
        return attempt;
    }

    /** The HTTP status of the attempt, or of the call's last one; 0 when no response came. */
    public int status() {
        return status;
    }

    /** How long it took, for a call with all attempts and the waiting between them. */
    public Duration duration() {
        return Duration.ofNanos(nanos);
    }

    /** What it failed with; null for a success. */
    public @Nullable Throwable failure() {
        return failure;
    }

    @Override
    public String toString() {
        return (failure == null ? "succeeded" : "failed") + " with status " + status + " at attempt " + attempt;
    }
}
