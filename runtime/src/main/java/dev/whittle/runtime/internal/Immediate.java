package dev.whittle.runtime.internal;

/** Does its work without waiting for anything, so that callers need not guard against a wait. */
public interface Immediate {
    /** Whether this object works without waiting. */
    boolean isImmediate();
}
