package dev.whittle.runtime.error;

import org.jspecify.annotations.Nullable;

/** The root of everything that a call throws, whether the service responded or not. */
public abstract class CallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private int attempts = 1;
    private @Nullable String note;

    /** Made by the subclasses of this package and by generated exceptions. */
    protected CallException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * How often the call was tried, this failure included. What the attempts before it failed with is among {@link
     * #getSuppressed}.
     */
    public int attempts() {
        return attempts;
    }

    /** What happened, and why it was not tried again, if that needs saying. */
    @Override
    public @Nullable String getMessage() {
        return note == null ? super.getMessage() : super.getMessage() + "; " + note;
    }

    /** Adds something to the message. For the pipeline. */
    public final void initNote(String text) {
        this.note = text;
    }

    final String withNote(String message) {
        return note == null ? message : message + "; " + note;
    }

    /** Says how often the call was tried. For the pipeline. */
    public final void initAttempts(int attempts) {
        this.attempts = attempts;
    }
}
