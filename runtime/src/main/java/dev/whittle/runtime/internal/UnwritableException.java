package dev.whittle.runtime.internal;

/** A value that no request can hold. Its message may be shown: it says what is wrong, and never quotes the value. */
public final class UnwritableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private UnwritableException(String message) {
        super(message);
    }

    /** The exception for a message. It is returned as what it is a kind of, so that only throwing it loads this class. */
    public static RuntimeException of(String message) {
        return new UnwritableException(message);
    }

    /**
     * The exception for a timestamp that the text formats have no digits for.
     *
     * @param place where it is, with a colon; empty if that is not known
     */
    public static RuntimeException ofTimestamp(String place) {
        return new UnwritableException(place + "a timestamp is outside of the years 0 to 9999");
    }
}
