package dev.whittle.codegen.model;

/** What a client has only if it is asked for, because those who do not use it would have it in their jars all the same. */
public enum Extra {
    /** A second client, whose methods return futures. */
    ASYNC_CLIENT,

    /** What signs requests for others to send. */
    PRESIGNER
}
