package dev.whittle.runtime.stream;

/** The types of header values in messages. */
final class HeaderType {
    static final int TRUE = 0;
    static final int FALSE = 1;
    static final int BYTE = 2;
    static final int SHORT = 3;
    static final int INTEGER = 4;
    static final int LONG = 5;
    static final int BYTES = 6;
    static final int STRING = 7;
    static final int TIMESTAMP = 8;
    static final int UUID = 9;

    private HeaderType() {}

    /** The number of bytes of a value; -1 for a type that is unknown, or whose values have their length before them. */
    static int size(int type) {
        return switch (type) {
            case TRUE, FALSE -> 0;
            case BYTE -> 1;
            case SHORT -> 2;
            case INTEGER -> 4;
            case LONG, TIMESTAMP -> 8;
            case UUID -> 16;
            default -> -1;
        };
    }
}
