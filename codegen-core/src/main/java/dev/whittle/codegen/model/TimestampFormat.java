package dev.whittle.codegen.model;

/** How a timestamp is written on the wire. */
public enum TimestampFormat {
    /** RFC 3339, such as {@code 2026-01-31T12:00:00Z}. */
    DATE_TIME,
    /** IMF-fixdate of RFC 7231, such as {@code Sat, 31 Jan 2026 12:00:00 GMT}. */
    HTTP_DATE,
    /** Seconds since 1970 as a number, with an optional fraction. */
    EPOCH_SECONDS
}
