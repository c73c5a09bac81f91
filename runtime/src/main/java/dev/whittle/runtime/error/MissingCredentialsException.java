package dev.whittle.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * There are no credentials: no source has any, or the source that is configured failed. The message names the sources,
 * and says what is wrong with each.
 */
public final class MissingCredentialsException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message the sources that were asked, and why they have none
     * @param cause what went wrong at one of them, if anything
     */
    public MissingCredentialsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
