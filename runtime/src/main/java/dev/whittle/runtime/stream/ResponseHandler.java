package dev.whittle.runtime.stream;

import java.io.IOException;

/**
 * Makes something of an output whose body is a stream, while the call goes on. The stream is closed when this returns. If the
 * response breaks off meanwhile, the call may be tried again as a whole, and this is then called once more with the output
 * of the next attempt: it should begin anew each time.
 *
 * @param <O> the output
 * @param <T> what is made of it
 */
public interface ResponseHandler<O, T> {
    /**
     * Reads what is wanted of an output.
     *
     * @throws IOException whatever goes wrong; a failure of the response itself should come out as it is
     */
    T handle(O output) throws IOException;
}
