package dev.whittle.runtime.client;

import dev.whittle.runtime.stream.ResponseHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Hands the output of a call to the caller's function before the call ends, and keeps the result. */
final class Scope<O, T> {
    private final ResponseHandler<? super O, ? extends T> handler;
    private @Nullable T result;
    private boolean hasThrown;

    Scope(ResponseHandler<? super O, ? extends T> handler) {
        this.handler = handler;
    }

    /**
     * Calls the function. If the response has failed meanwhile, that failure is thrown, whatever the function has made of
     * it, so that the call may be retried. Other exceptions of the function reach the caller unchanged.
     */
    void handle(O output, OwnedBody body) {
        try {
            result = handler.handle(output);
        } catch (IOException e) {
            throw failed(body, new UncheckedIOException(e.getMessage(), e));
        } catch (RuntimeException e) {
            throw failed(body, e);
        }
    }

    private RuntimeException failed(OwnedBody body, RuntimeException thrown) {
        if (body.hasThrown(thrown)) {
            return thrown;
        }
        IOException broken = body.broken();
        if (broken != null) {
            return new UncheckedIOException(broken);
        }
        hasThrown = true;
        return thrown;
    }

    /** Whether the function has thrown an exception that is not a failure of the response. */
    boolean hasThrown() {
        return hasThrown;
    }

    /** What the function has returned. */
    @SuppressWarnings("NullAway") // It is null only if the function says so.
    T result() {
        return result;
    }
}
