package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the logger {@code dev.whittle.runtime}. At level {@code DEBUG} one for each attempt: method and host, status
 * and request id, but neither path nor query, which may hold secrets. At level {@code TRACE} the headers as well, with
 * the values of those that are known to hold none. Bodies never.
 *
 * <p>The logger is looked up at a client's second call, and asked once whether it wants them: finding it loads
 * java.logging, and takes a new process as long as a whole call. One that makes a single call should not pay for that.
 */
final class CallLog {
    private final ServiceInfo service;
    private volatile boolean called;
    private volatile @Nullable Logger logger;
    private volatile boolean wanted;

    CallLog(ServiceInfo service) {
        this.service = service;
    }

    /** Whether to log; to be asked once for each call. */
    boolean isWanted() {
        if (logger != null) {
            return wanted;
        }
        if (!called) {
            called = true;
            return false;
        }
        Logger found = System.getLogger("dev.whittle.runtime");
        wanted = found.isLoggable(Level.DEBUG);
        logger = found;
        return wanted;
    }

    /** Logs a response. */
    void received(Call call, HttpRequest request, HttpResponse response, long nanos) {
        String requestId = ResponseInfo.requestId(service, response.headers());
        log(
                call,
                request,
                "responded " + response.status(),
                nanos,
                requestId == null ? "" : ", request id " + requestId);
        Logger found = logger;
        if (found != null && found.isLoggable(Level.TRACE)) {
            found.log(Level.TRACE, LoggedHeaders.of("request", request.headers()));
            found.log(Level.TRACE, LoggedHeaders.of("response", response.headers()));
        }
    }

    /** Logs that none came. */
    void failed(Call call, HttpRequest request, Exception failure, long nanos) {
        log(call, request, "failed", nanos, ": " + failure);
        Logger found = logger;
        if (found != null && found.isLoggable(Level.TRACE)) {
            found.log(Level.TRACE, LoggedHeaders.of("request", request.headers()));
        }
    }

    private void log(Call call, HttpRequest request, String what, long nanos, String more) {
        Logger found = logger;
        if (found != null) {
            found.log(
                    Level.DEBUG,
                    call.operation() + ": " + request + " " + what + " after " + nanos / 1_000_000 + " ms"
                            + call.attemptText() + more);
        }
    }
}
