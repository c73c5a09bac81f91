package dev.whittle.runtime.client;

import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.ClientClosedException;
import dev.whittle.runtime.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * What every call of a client runs through:
 *
 * <ol>
 *   <li>the operation writes its input, for the endpoint of the client or of the call ({@link RequestPreparation});
 *   <li>headers of the client's own and of the call are added (the same);
 *   <li>then, at each attempt, the request is signed ({@link Authentication}),
 *   <li>sent, and its answer classified, read as output or as error, and drained ({@link Exchange}).
 * </ol>
 */
public final class CallPipeline implements AutoCloseable {
    /** One attempt: nothing is retried yet. Retrying belongs into {@link #call}, around {@link #attempt}. */
    private static final int MAX_ATTEMPTS = 1;

    private final String clientName;
    private final RequestPreparation preparation;
    private final Authentication authentication;
    private final Exchange exchange;
    private final Timeouts timeouts;
    private volatile boolean closed;

    CallPipeline(
            String clientName,
            RequestPreparation preparation,
            Authentication authentication,
            Exchange exchange,
            Timeouts timeouts) {
        this.clientName = clientName;
        this.preparation = preparation;
        this.authentication = authentication;
        this.exchange = exchange;
        this.timeouts = timeouts;
    }

    /**
     * Makes one call.
     *
     * @param options what this call does differently; null for nothing
     * @throws CallException if there is no output, whatever the reason
     */
    public <I, O> O call(Operation<I, O> operation, I input, @Nullable RequestOptions options) {
        if (closed) {
            throw new ClientClosedException(operation.name() + ": the client " + clientName + " is closed");
        }
        RequestOptions chosen = options == null ? RequestOptions.NONE : options;
        CallTimer timer =
                new CallTimer(timeouts.withAttempt(chosen.attemptTimeout()).withCall(chosen.callTimeout()));
        HttpRequest.Builder request = preparation.prepare(operation, input, chosen);
        return attempt(operation, request, chosen, timer, 1);
    }

    private <I, O> O attempt(
            Operation<I, O> operation,
            HttpRequest.Builder request,
            RequestOptions options,
            CallTimer timer,
            int attempt) {
        authentication.apply(operation, request, options);
        request.timeouts(timer.connectMillis(), timer.attemptMillis(operation.name()));
        return exchange.run(operation, request.build(), timer, attempt, MAX_ATTEMPTS);
    }

    /** Ends the client: later calls fail, and idle connections are closed. */
    @Override
    public void close() {
        closed = true;
        exchange.close();
    }
}
