package dev.whittle.codegen.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The value that a member has where none is given.
 *
 * @param kind what kind of value it is
 * @param text the value as text: of bytes in base64, of a truth value {@code true} or {@code false}, of a number in decimals;
 *     empty for collections, which are always empty
 */
public record DefaultValue(Kind kind, String text) {
    /**
     * The point in time of a default of a timestamp: a number of seconds since 1970, or a text in the format {@code
     * date-time}.
     *
     * @throws ArithmeticException if there is no such time
     * @throws java.time.DateTimeException if the text is not in the format
     */
    public Instant instant() {
        return kind == Kind.TEXT
                ? Instant.parse(text)
                : Instant.ofEpochMilli(
                        new BigDecimal(text).movePointRight(3).toBigInteger().longValueExact());
    }

    /** The kinds of values. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        LIST,
        MAP
    }
}
