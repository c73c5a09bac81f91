package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells interceptors, observers and the caller's own listener of one call. Not made for a call that has none. */
final class CallHooks {
    private CallInfo call;
    private HttpRequest.Builder request;
    private HttpHeaders prepared;
    private final List<CallInterceptor> interceptors;
    private final @Nullable Consumer<? super ResponseInfo> listener;
    private final List<CallObservation> observations = new ArrayList<>(1);
    private final long callStart = System.nanoTime();
    private long attemptStart = callStart;
    private int attempt;
    private int status;
    private boolean hasThrown;

    private CallHooks(
            CallInfo call,
            HttpRequest.Builder request,
            CallSettings settings,
            @Nullable Consumer<? super ResponseInfo> listener) {
        this.call = call;
        this.request = request;
        this.prepared = request.headers().build();
        this.interceptors = settings.interceptors();
        this.listener = listener;
        for (CallObserver observer : settings.observers()) {
            CallObservation observation = observer.callStarted(call);
            if (observation != null) {
                observations.add(observation);
            }
        }
    }

    /** Starts to tell of a call whose request is written. */
    static CallHooks start(
            ServiceInfo service,
            String operation,
            HttpRequest.Builder request,
            CallSettings settings,
            RequestOptions options) {
        CallInfo call = new CallInfo(service, operation, request.method(), request.authority());
        return new CallHooks(call, request, settings, options.onResponse());
    }

    /** Tells of another request from now on, because the service redirected the call. */
    void redirected(HttpRequest.Builder other) {
        call = new CallInfo(call.service(), call.operation(), other.method(), other.authority());
        request = other;
        prepared = other.headers().build();
    }

    /** Whether what the caller set has thrown something, which comes out as it is whatever its class. */
    boolean hasThrown() {
        return hasThrown;
    }

    void attemptStarted(int number) {
        hasThrown = true;
        attempt = number;
        status = 0;
        attemptStart = System.nanoTime();
        for (CallObservation observation : observations) {
            observation.attemptStarted(number);
        }
        if (number > 1) {
            request.headers().reset(prepared);
        }
        for (CallInterceptor interceptor : interceptors) {
            interceptor.beforeSigning(call, request.headers());
        }
        hasThrown = false;
    }

    void received(HttpResponse response) {
        status = response.status();
        if (interceptors.isEmpty() && listener == null) {
            return;
        }
        hasThrown = true;
        ResponseInfo info = new ResponseInfo(call.service(), attempt, response.status(), response.headers());
        for (CallInterceptor interceptor : interceptors) {
            interceptor.afterResponse(call, info);
        }
        if (listener != null) {
            listener.accept(info);
        }
        hasThrown = false;
    }

    void attemptEnded(@Nullable Throwable failure) {
        if (observations.isEmpty()) {
            return;
        }
        Outcome outcome = new Outcome(attempt, status, System.nanoTime() - attemptStart, failure);
        boolean before = hasThrown;
        hasThrown = true;
        for (CallObservation observation : observations) {
            observation.attemptEnded(outcome);
        }
        hasThrown = before;
    }

    void callEnded(@Nullable Throwable failure) {
        if (observations.isEmpty()) {
            return;
        }
        Outcome outcome = new Outcome(attempt, status, System.nanoTime() - callStart, failure);
        for (CallObservation observation : observations) {
            observation.callEnded(outcome);
        }
    }
}
