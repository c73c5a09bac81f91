package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.BucketSessionException;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.error.MissingRegionException;
import dev.whittle.runtime.error.TransportException;
import org.jspecify.annotations.Nullable;

/** A failure that several calls share. Each gets an exception of its own, because a call writes its attempts into it. */
final class SharedFailure {
    private final Throwable failure;
    private final @Nullable Throwable cause;
    private final Throwable[] suppressed;

    SharedFailure(Throwable failure) {
        this.failure = failure;
        this.cause = failure.getCause();
        this.suppressed = failure.getSuppressed();
    }

    /** An exception with the same message, of the same kind as far as that is one of the runtime's. */
    RuntimeException copy() {
        RuntimeException copy = sameKind();
        if (copy.getCause() != failure) {
            copy.setStackTrace(failure.getStackTrace());
            for (Throwable each : suppressed) {
                copy.addSuppressed(each);
            }
        }
        return copy;
    }

    private RuntimeException sameKind() {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof MissingCredentialsException) {
            return new MissingCredentialsException(message, cause);
        }
        if (failure instanceof MissingRegionException) {
            return new MissingRegionException(message, cause);
        }
        if (failure instanceof ConfigurationException) {
            return new ConfigurationException(message, cause);
        }
        if (failure instanceof BucketSessionException session) {
            return new BucketSessionException(session.details());
        }
        if (failure instanceof TransportException && !(failure instanceof CallInterruptedException)) {
            return new TransportException(message, failure);
        }
        return new MissingCredentialsException("the credentials provider failed: " + reason(failure), failure);
    }

    /** Words for a failure; those of an exception that is not the runtime's may hold anything. */
    static String reason(Throwable failure) {
        return failure instanceof CallException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getName();
    }
}
