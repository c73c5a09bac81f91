package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Debug lines of the logger {@code dev.whittle.runtime}: method, host and path, status and request id. Neither queries
 * nor headers nor bodies, which may hold secrets.
 *
 * <p>The logger is looked up at a client's second call, and asked once whether it wants them: finding it loads
 * java.logging, and takes a new process as long as a whole call. One that makes a single call should not pay for that.
 */
final class CallLog {
    private volatile boolean called;
    private volatile @Nullable Logger logger;
    private volatile boolean wanted;

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

    /** Logs an answer. */
    void answered(String operation, HttpRequest request, HttpResponse response, long nanos) {
        String requestId = response.headers().first("x-amzn-RequestId");
        log(operation + ": " + request + " answered " + response.status() + " after " + nanos / 1_000_000 + " ms"
                + (requestId == null ? "" : ", request id " + requestId));
    }

    /** Logs that none came. */
    void failed(String operation, HttpRequest request, Exception failure, long nanos) {
        log(operation + ": " + request + " failed after " + nanos / 1_000_000 + " ms: " + failure);
    }

    private void log(String line) {
        Logger found = logger;
        if (found != null) {
            found.log(Level.DEBUG, line);
        }
    }
}
