package dev.whittle.runtime.wait;

/** What a response means to a waiter. */
public enum WaiterState {
    /** It is what was waited for. */
    SUCCESS,
    /** What is waited for will not come. */
    FAILURE,
    /** It is not yet what is waited for. */
    RETRY
}
