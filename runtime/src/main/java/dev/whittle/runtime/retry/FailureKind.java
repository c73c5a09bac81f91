package dev.whittle.runtime.retry;

import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.error.TransportException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/** What a failure means for trying again. */
enum FailureKind {
    /** Trying again would not help. */
    FINAL(0, 0),
    /** It may pass. */
    TRANSIENT(5, 100),
    /** It may pass, but has cost time. */
    TIMEOUT(10, 100),
    /** The service wants fewer requests. */
    THROTTLING(5, 1000);

    /** Causes can in theory lead in a circle. */
    private static final int MAX_DEPTH = 16;

    private final int cost;
    private final int baseDelayMillis;

    FailureKind(int cost, int baseDelayMillis) {
        this.cost = cost;
        this.baseDelayMillis = baseDelayMillis;
    }

    /** The tokens that a retry takes. */
    int cost() {
        return cost;
    }

    /** The longest wait before the first retry. */
    int baseDelayMillis() {
        return baseDelayMillis;
    }

    static FailureKind of(RuntimeException failure) {
        if (failure instanceof ServiceException error) {
            if (error.isThrottling()) {
                return THROTTLING;
            }
            return error.isRetryable() ? TRANSIENT : FINAL;
        }
        if (failure instanceof CallTimeoutException timeout) {
            return timeout.timeout().equals("callTimeout") ? FINAL : TIMEOUT;
        }
        if (failure instanceof TransportException && !(failure instanceof CallInterruptedException)) {
            return isLasting(failure.getCause()) ? FINAL : TRANSIENT;
        }
        return FINAL;
    }

    /**
     * Whether the service cannot have acted on a request that failed so: it asked for fewer requests, or there was no
     * connection to send it over.
     */
    static boolean isWithoutEffect(RuntimeException failure) {
        if (failure instanceof ServiceException error) {
            return error.isThrottling();
        }
        if (failure instanceof CallTimeoutException timeout) {
            return timeout.timeout().equals("connectTimeout");
        }
        return failure instanceof TransportException && isUnconnected(failure.getCause());
    }

    private static boolean isUnconnected(@Nullable Throwable cause) {
        Throwable current = cause;
        for (int depth = 0; current != null && depth < MAX_DEPTH; depth++) {
            if (current instanceof ConnectException
                    || current instanceof UnknownHostException
                    || current instanceof NoRouteToHostException) {
                return true;
            }
            current = current.getCause();
        }
        return false;
    }

    /** Whether a transport refused the request itself, failed by a fault of its own, or cannot trust the server. */
    private static boolean isLasting(@Nullable Throwable cause) {
        Throwable current = cause;
        for (int depth = 0; current != null && depth < MAX_DEPTH; depth++) {
            if (current instanceof ProtocolException
                    || current instanceof MalformedURLException
                    || current instanceof CertificateException
                    || (depth == 0 && current instanceof RuntimeException)) {
                return true;
            }
            current = current.getCause();
        }
        return false;
    }
}
