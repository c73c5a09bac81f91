package dev.whittle.runtime.client;

import org.jspecify.annotations.Nullable;

/**
 * Learns when calls and their attempts start and end, for metrics and traces. One instance serves all calls of a
 * client, on the threads that make them. It must not throw: what it throws ends the call, and reaches the
 * caller as it is.
 */
@FunctionalInterface
public interface CallObserver {
    /**
     * Called when a call starts.
     *
     * @return what is told of the rest of this one call, on the same thread; null for nothing
     */
    @Nullable
    CallObservation callStarted(CallInfo call);
}
