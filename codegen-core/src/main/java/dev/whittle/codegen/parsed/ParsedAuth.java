package dev.whittle.codegen.parsed;

/** How requests are authenticated. */
public enum ParsedAuth {
    SIGV4,
    SIGV4_UNSIGNED_PAYLOAD,
    NONE,
    /** In a way that is not supported. */
    OTHER
}
