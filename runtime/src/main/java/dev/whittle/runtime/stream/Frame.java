package dev.whittle.runtime.stream;

import dev.whittle.runtime.error.MalformedResponseException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message of the format {@code application/vnd.amazon.eventstream}, whose checksums are right. A header's value is a
 * Boolean, Byte, Short, Integer, Long, byte array, String, Instant or UUID.
 */
final class Frame {
    private final long number;
    private final Map<String, Object> headers;
    private final byte[] payload;

    /**
     * Makes a message of these headers and this payload, neither of which is copied.
     *
     * @param number its place in the stream, counted from 1
     */
    Frame(long number, Map<String, Object> headers, byte[] payload) {
        this.number = number;
        this.headers = headers;
        this.payload = payload;
    }

    Map<String, Object> headers() {
        return headers;
    }

    byte[] payload() {
        return payload;
    }

    /** A header that is a string; null if there is none of this name. */
    @Nullable
    String text(String name) {
        Object value = headers.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw mismatch(name, value, "a string");
    }

    /** A header that is a string and must be there. */
    String required(String name) {
        String value = text(name);
        if (value == null) {
            throw fault("lacks the header '" + name + "'");
        }
        return value;
    }

    MalformedResponseException mismatch(String name, Object value, String expected) {
        return fault("has the header '" + name + "' as " + kind(value) + ", expected " + expected);
    }

    /** The exception for a message with a fault, such as {@code is empty}. */
    MalformedResponseException fault(String fault) {
        return fault(number, fault);
    }

    static MalformedResponseException fault(long number, String fault) {
        return new MalformedResponseException("message " + number + " of the event stream " + fault, null);
    }

    private static String kind(Object value) {
        if (value instanceof Boolean) {
            return "a boolean";
        }
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof byte[]) {
            return "bytes";
        }
        if (value instanceof Long) {
            return "a long";
        }
        if (value instanceof Integer) {
            return "an integer";
        }
        if (value instanceof Short) {
            return "a short";
        }
        return value instanceof Byte ? "a byte" : value instanceof Instant ? "a timestamp" : "a UUID";
    }
}
