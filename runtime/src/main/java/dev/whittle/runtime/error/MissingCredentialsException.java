package dev.whittle.runtime.error;

import org.jspecify.annotations.Nullable;

/** No credentials are configured, in any of the places that the message names. */
public final class MissingCredentialsException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message the places that were looked at
     * @param cause what went wrong at one of them, if anything
     */
    public MissingCredentialsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
