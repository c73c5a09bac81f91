package dev.whittle.runtime.internal;

import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Provides a value that is usually at hand, and can bound the wait for it when it is not.
 *
 * @param <T> the value
 */
public interface Prepared<T> {
    /** The value if it is at hand; null if the caller has to wait for it. Never blocks. */
    @Nullable
    T ready();

    /**
     * The value, which a thread of the runtime gets if it is not at hand.
     *
     * @param millis how long to wait at most
     * @throws RuntimeException if there is no value; no other caller sees the same object
     */
    T await(long millis) throws InterruptedException, TimeoutException;
}
