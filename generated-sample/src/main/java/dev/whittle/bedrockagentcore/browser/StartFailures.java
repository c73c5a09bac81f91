package dev.whittle.bedrockagentcore.browser;

import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.error.TransportException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Tells failed starts that certainly left no session from those that may have. */
final class StartFailures {
    /** Causes can in theory lead in a circle. */
    private static final int MAX_DEPTH = 16;

    private StartFailures() {}

    /** Whether no attempt of a call can have reached the service and been accepted there. */
    static boolean leftNoSession(Throwable failure) {
        if (!isWithoutEffect(failure)) {
            return false;
        }
        for (Throwable earlierAttempt : failure.getSuppressed()) {
            if (!isWithoutEffect(earlierAttempt)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the service says that it did not act on the request. */
    static boolean isRejected(ServiceException error) {
        return error.statusCode() >= 400 && error.statusCode() < 500 && error.statusCode() != 408;
    }

    private static boolean isWithoutEffect(Throwable failure) {
        if (failure instanceof ServiceException error) {
            return isRejected(error);
        }
        if (failure instanceof CallTimeoutException timeout) {
            return timeout.timeout().equals("connectTimeout");
        }
        return failure instanceof RequestNotSentException
                || failure instanceof ConfigurationException
                || (failure instanceof TransportException && isUnconnected(failure.getCause()));
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
}
