package dev.whittle.runtime.client;

/** What a {@link CallObserver} keeps of one call while it goes on. */
public interface CallObservation {
    /**
     * Called before an attempt is signed and sent.
     *
     * @param attempt counted from 1
     */
    default void attemptStarted(int attempt) {}

    /** Called when an attempt has ended, its response read or its failure known. */
    default void attemptEnded(Outcome outcome) {}

    /** Called when the call has ended, last of all. */
    default void callEnded(Outcome outcome) {}
}
