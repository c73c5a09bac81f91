package dev.whittle.runtime.stream;

/**
 * Observes the transfer of bodies. The thread that transfers a body calls it after each piece, and waits for it. Each
 * attempt starts again at 0.
 */
public interface StreamListener {
    /**
     * A piece of the request's body was written.
     *
     * @param bytes how many bytes this attempt has written, before chunks are made of them and over TLS
     * @param size how many there are; -1 if it is not known
     */
    default void sent(long bytes, long size) {}

    /**
     * A piece of the response's body was read.
     *
     * @param bytes how many bytes of this response were read
     * @param size how many there are; -1 if it is not known
     */
    default void received(long bytes, long size) {}
}
