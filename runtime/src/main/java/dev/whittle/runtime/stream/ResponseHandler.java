package dev.whittle.runtime.stream;

import java.io.IOException;

/**
 * Handles an output with a stream within the call. The call closes the stream when this method returns. If the response
 * breaks off, the client may retry the call and call the method again, with the output of the next attempt; the method
 * must then start from the beginning.
 *
 * @param <O> the output
 * @param <T> the result
 */
public interface ResponseHandler<O, T> {
    /**
     * Reads the output and returns the result of the call.
     *
     * @throws IOException if the response cannot be read, or for any other reason
     */
    T handle(O output) throws IOException;
}
