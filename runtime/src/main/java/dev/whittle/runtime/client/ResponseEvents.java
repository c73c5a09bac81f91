package dev.whittle.runtime.client;

import dev.whittle.runtime.shape.Blob;
import dev.whittle.runtime.stream.EventCall;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the events of a response need of the call: its errors, its words for failures, and the end of the response. */
final class ResponseEvents extends EventCall {
    private final OwnedBody body;
    private @Nullable RuntimeException thrown;

    ResponseEvents(OwnedBody body) {
        this.body = body;
    }

    @Override
    protected RuntimeException error(String code, @Nullable String message, Blob payload) {
        RuntimeException error;
        try {
            error = body.error(code, message, payload.toByteArray());
        } catch (RuntimeException e) {
            error = body.failure(e);
        }
        thrown = error;
        return error;
    }

    @Override
    protected RuntimeException failure(RuntimeException failure) {
        RuntimeException told = body.failure(failure);
        thrown = told;
        return told;
    }

    /** What the reader of the events got instead of an event; null if nothing. */
    @Nullable
    RuntimeException thrown() {
        return thrown;
    }

    @Override
    protected void close() {
        body.close();
    }

    @Override
    protected Executor executor() {
        return AsyncThreads.SHARED;
    }
}
