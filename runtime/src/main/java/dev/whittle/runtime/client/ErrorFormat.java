package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpHeaders;

/**
 * How a wire format writes errors: where a response has the code and the message of an error, whatever its shape. Only
 * an error loads it.
 */
public abstract class ErrorFormat {
    ErrorFormat() {}

    /**
     * Reads what a response says about its error.
     *
     * @param body the body, or the beginning of a very long one; it may be empty, damaged or in another format
     */
    abstract ErrorFields read(HttpHeaders headers, byte[] body);
}
