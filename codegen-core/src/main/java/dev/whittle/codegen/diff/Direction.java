package dev.whittle.codegen.diff;

/** In which direction values of a shape travel. */
public enum Direction {
    /** From the client to the service. */
    SENT,
    /** From the service to the client. */
    RECEIVED,
    /** Both. */
    BOTH;

    /** Whether the client sends values. */
    public boolean isSent() {
        return this != RECEIVED;
    }

    /** Whether the client receives values. */
    public boolean isReceived() {
        return this != SENT;
    }

    /** Both directions together. */
    Direction and(Direction other) {
        return this == other ? this : BOTH;
    }
}
