package dev.whittle.runtime.wait;

import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.client.ResponseInfo;
import dev.whittle.runtime.error.ServiceException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a call until a response or an error means success or failure. The delay between two calls is always the same, as
 * in the waiters of the AWS SDKs.
 *
 * @param <O> the output of the operation
 */
public abstract class OperationWaiter<O> {
    private final int delay;
    private final int maxAttempts;
    private final int status;

    /**
     * Called by the generated class.
     *
     * @param delay the seconds between two calls
     * @param maxAttempts the number of calls that are made at most
     * @param status the HTTP status of a response, where the client does not tell it
     */
    protected OperationWaiter(int delay, int maxAttempts, int status) {
        this.delay = delay;
        this.maxAttempts = maxAttempts;
        this.status = status;
    }

    /** Calls the operation. Generated. */
    protected abstract O call(RequestOptions options);

    /** What a response means; null if it means nothing, so that there is another call. Generated. */
    protected @Nullable WaiterState responded(O response, int status) {
        return null;
    }

    /** What an error means; null if it means nothing, so that it is thrown. Generated. */
    protected @Nullable WaiterState failed(ServiceException error) {
        return null;
    }

    final @Nullable O run(
            @Nullable Duration maxWait, @Nullable Duration otherDelay, RequestOptions options, WaiterPause pause) {
        Duration between = otherDelay == null ? Duration.ofSeconds(delay) : otherDelay;
        long start = pause.nanos();
        LastStatus told = new LastStatus();
        RequestOptions listening = options.toBuilder().onResponse(told).build();
        for (int calls = 1; ; calls++) {
            O response = null;
            ServiceException error = null;
            told.status = status;
            try {
                response = call(listening);
            } catch (ServiceException e) {
                error = e;
            }
            WaiterState state =
                    response != null ? responded(response, told.status) : error != null ? failed(error) : null;
            if (state == WaiterState.SUCCESS) {
                return response;
            }
            if (state == WaiterState.FAILURE) {
                throw new WaiterFailureException(name(), calls, response, error);
            }
            if (state == null && error != null) {
                throw error;
            }
            boolean isOver = maxWait == null
                    ? calls >= maxAttempts
                    : Backoff.nanos(maxWait) - (pause.nanos() - start) <= Backoff.nanos(between);
            if (isOver) {
                throw new WaiterTimeoutException(name() + ": ", maxWait, calls, response, error);
            }
            pause.hold(Backoff.nanos(between));
        }
    }

    private String name() {
        return getClass().getSimpleName();
    }

    /** Keeps the status of the last response. */
    private static final class LastStatus implements Consumer<ResponseInfo> {
        int status;

        @Override
        public void accept(ResponseInfo response) {
            status = response.status();
        }
    }
}
