package dev.whittle.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * The service returned an error. Each generated client has one subclass for its service, and one below that for
 * each error that its model knows.
 */
public class ServiceException extends CallException {
    private static final long serialVersionUID = 1L;

    private final ErrorDetails details;

    /** Made by generated exceptions. */
    protected ServiceException(ErrorDetails details) {
        super(details.message(), null);
        this.details = details;
    }

    /** All that is known about the error. */
    public final ErrorDetails details() {
        return details;
    }

    /** The HTTP status of the response; 0 when the exception was made without one. */
    public final int statusCode() {
        return details.statusCode();
    }

    /** The error's code, such as {@code ResourceNotFoundException}; null when the response had none. */
    public final @Nullable String errorCode() {
        return details.errorCode();
    }

    /** The service's own words; null when the response had none. */
    public final @Nullable String serviceMessage() {
        return details.message();
    }

    /** The identifier that the service's support asks for; null when the response had none. */
    public final @Nullable String requestId() {
        return details.requestId();
    }

    /** Whether the same request may succeed later. */
    public final boolean isRetryable() {
        return details.isRetryable();
    }

    /** Whether the service asked for fewer requests. */
    public final boolean isThrottling() {
        return details.isThrottling();
    }

    @Override
    public final int attempts() {
        return details.attempt();
    }

    /** The body of the response as text, cut off beyond a limit; empty when there was none. */
    public final String rawBody() {
        return details.rawBody();
    }

    /** {@code session 01ABC does not exist (GetBrowserSession, HTTP 404, request id 7f1c…, attempt 1 of 3)}. */
    @Override
    public final String getMessage() {
        return withNote(details.describe(getClass().getSimpleName()));
    }
}
