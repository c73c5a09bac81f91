package dev.whittle.runtime.client;

/** How the requests of an operation prove who sends them. */
public enum AuthType {
    /** Not at all. */
    NONE,
    /** AWS Signature Version 4 in the Authorization header, the body included. */
    SIGV4,
    /** AWS Signature Version 4 in the Authorization header, the body left out. */
    SIGV4_UNSIGNED_PAYLOAD
}
