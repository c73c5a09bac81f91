package dev.whittle.benchmarks.floor;

import java.io.IOException;
import java.io.InputStream;

/** Sends one request and gives the answer's body. */
public interface FloorTransport {
    /** Sends; the body is empty when there is none. */
    InputStream send(String method, String target, String date, String authorization, byte[] body) throws IOException;

    /** Closes the connection, where the transport keeps one. */
    default void close() throws IOException {}
}
