package dev.whittle.codegen.parsed;

/** How a timestamp is written on the wire. */
public enum ParsedTimestampFormat {
    DATE_TIME,
    HTTP_DATE,
    EPOCH_SECONDS
}
