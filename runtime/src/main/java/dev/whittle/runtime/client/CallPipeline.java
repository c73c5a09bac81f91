package dev.whittle.runtime.client;

import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.shape.Printer;
import dev.whittle.runtime.stream.ResponseHandler;
import org.jspecify.annotations.Nullable;

/**
 * What every call of a client runs through:
 *
 * <ol>
 *   <li>the operation writes its input, for the endpoint of the client or of the call ({@link RequestPreparation});
 *   <li>headers of the client's own and of the call are added (the same);
 *   <li>then, at each attempt, interceptors change headers ({@link CallHooks}), the request is signed ({@link
 *       Authentication}),
 *   <li>sent, and its response classified, read as output or as error, and drained ({@link Exchange}).
 *   <li>After a failure the call waits for its next attempt, or ends ({@link Retrier}). If the service says that the
 *       resource is in another region ({@link Redirect}), the first step is repeated for that region.
 * </ol>
 */
public final class CallPipeline implements AutoCloseable {
    private final ServiceInfo service;
    private final RequestPreparation preparation;
    private final Authentication authentication;
    private final Exchange exchange;
    private final CallSettings settings;
    private volatile @Nullable Retrier retrier;
    private volatile boolean closed;

    CallPipeline(
            ServiceInfo service,
            RequestPreparation preparation,
            Authentication authentication,
            Exchange exchange,
            CallSettings settings) {
        this.service = service;
        this.preparation = preparation;
        this.authentication = authentication;
        this.exchange = exchange;
        this.settings = settings;
    }

    /**
     * Makes one call.
     *
     * @param options what this call does differently; null for nothing
     * @throws CallException if there is no output, whatever the reason. What an interceptor, an observer or a listener of
     *     the caller's throws comes out as it is
     * @throws NullPointerException if the input is null
     */
    public <I, O> O call(Operation<I, O> operation, I input, @Nullable RequestOptions options) {
        return callWithin(null, operation, input, options);
    }

    private <I, O> O callWithin(
            @Nullable Scope<O, ?> scope, Operation<I, O> operation, I input, @Nullable RequestOptions options) {
        if (closed) {
            throw Failures.closed(operation.name(), service);
        }
        RequestOptions chosen = options == null ? RequestOptions.NONE : options;
        Call call = new Call(operation, settings, chosen);
        if (scope != null) {
            call.scope(scope);
        }
        HttpRequest.Builder request = preparation.prepare(operation, input, call);
        return settings.isObserved() || chosen.onResponse() != null
                ? runObserved(operation, input, request, call)
                : run(operation, input, request, call);
    }

    /**
     * Makes one call of an operation whose output owns its response, which ends with the call: it may be tried again if the
     * response breaks off.
     *
     * @param options what this call does differently; null for nothing
     * @param handler makes the result of the output; what it throws comes out as it is, an {@link java.io.IOException} within an
     *     {@link java.io.UncheckedIOException}
     * @throws CallException if there is no output, or its response breaks off
     * @throws NullPointerException if the input or the handler is null
     */
    public <I, O, T> T call(
            Operation<I, O> operation,
            I input,
            @Nullable RequestOptions options,
            ResponseHandler<? super O, ? extends T> handler) {
        if (handler == null) {
            throw new NullPointerException(operation.name() + ": the handler is null");
        }
        Scope<O, T> scope = new Scope<>(handler);
        callWithin(scope, operation, input, options);
        return scope.result();
    }

    private <I, O> O runObserved(Operation<I, O> operation, I input, HttpRequest.Builder request, Call call) {
        CallHooks hooks = CallHooks.start(service, operation.name(), request, settings, call.options());
        call.hooks(hooks);
        O output;
        try {
            output = run(operation, input, request, call);
        } catch (RuntimeException | Error e) {
            hooks.callEnded(e);
            throw e;
        }
        try {
            hooks.callEnded(null);
        } catch (RuntimeException | Error e) {
            abandon(output);
            throw e;
        }
        return output;
    }

    /** Closes an output that has a stream and does not reach its caller. */
    static void abandon(@Nullable Object output) {
        if (output instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                // A connection is lost, which matters to the transport only.
                return;
            }
        }
    }

    private <I, O> O run(Operation<I, O> operation, I input, HttpRequest.Builder first, Call call) {
        HttpRequest.Builder request = first;
        while (true) {
            try {
                O output = attempt(operation, request, call);
                Retrier known = retrier;
                if (known != null) {
                    known.succeeded(call);
                }
                return output;
            } catch (RuntimeException e) {
                if (call.isCallersOwn()) {
                    // Not the call's own failure, which may have gone well.
                    throw e;
                }
                // Any exception, because naming the few that may be retried would load their classes beforehand.
                if (retrier().failed(call, e)) {
                    request = redirected(operation, input, call);
                }
            }
        }
    }

    private <I> HttpRequest.Builder redirected(Operation<I, ?> operation, I input, Call call) {
        HttpRequest.Builder request;
        try {
            request = preparation.prepare(operation, input, call);
        } catch (RuntimeException e) {
            throw Retrier.last(call, e);
        }
        CallHooks hooks = call.hooks();
        if (hooks != null) {
            hooks.redirected(request);
        }
        return request;
    }

    private <O> O attempt(Operation<?, O> operation, HttpRequest.Builder request, Call call) {
        Retrier known = call.retry().isAdaptive() ? retrier() : retrier;
        if (known != null) {
            known.starting(call);
        }
        CallHooks hooks = call.hooks();
        return hooks == null ? exchange(operation, request, call) : exchangeObserved(operation, request, call, hooks);
    }

    private <O> O exchangeObserved(Operation<?, O> operation, HttpRequest.Builder request, Call call, CallHooks hooks) {
        hooks.attemptStarted(call.attempt());
        O output;
        try {
            output = exchange(operation, request, call);
        } catch (RuntimeException | Error e) {
            hooks.attemptEnded(e);
            throw e;
        }
        try {
            hooks.attemptEnded(null);
        } catch (RuntimeException | Error e) {
            abandon(output);
            throw e;
        }
        return output;
    }

    private <O> O exchange(Operation<?, O> operation, HttpRequest.Builder request, Call call) {
        HeaderFields.check(operation.name(), request.headers());
        authentication.apply(operation, request, call);
        HeaderFields.check(operation.name(), request.headers());
        request.timeouts(call.connectMillis(), call.attemptMillis()).maxResponseSize(call.maxResponseSize());
        if (call.isResponseStreamed() || operation.isRequestStreamed()) {
            request.streamed(call.idleMillis());
            if (operation.isTwoWay()) {
                request.twoWay();
            }
        }
        return exchange.run(operation, request.build(), call);
    }

    /** The kind of client, and what is known of where it calls: its region, its endpoint. Nothing in it is secret. */
    @Override
    public String toString() {
        return describe("Client");
    }

    String describe(String kind) {
        Printer printer = new Printer(service.clientName().concat(kind));
        preparation.describe(printer);
        return printer.toString();
    }

    /** What signs requests for others to send, with the settings of this client. */
    public Presigning presigning() {
        return new Presigning(preparation, authentication, settings);
    }

    private synchronized Retrier retrier() {
        Retrier known = retrier;
        if (known == null) {
            known = new Retrier(preparation, authentication, settings);
            if (closed) {
                known.close();
            }
            retrier = known;
        }
        return known;
    }

    /**
     * Ends the client: later calls fail, and calls that wait for another attempt end. The client's own transport is closed,
     * with all of its connections, so that an attempt that is under way ends as well. A transport that was set on the
     * builder is left as it is, with the attempts that it is carrying out.
     */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (retrier != null) {
                retrier.close();
            }
        }
        exchange.close();
    }
}
