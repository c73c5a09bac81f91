package dev.whittle.bedrockagentcore.browser;

import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.retry.Retries;

/** Tells failed starts that certainly left no session from those that may have. */
final class StartFailures {
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
        return failure instanceof RequestNotSentException
                || failure instanceof ConfigurationException
                || (failure instanceof RuntimeException other && Retries.isWithoutEffect(other));
    }
}
