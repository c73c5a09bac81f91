package dev.whittle.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * The client cannot make the call as it is configured.
 */
public class ConfigurationException extends CallException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened
     * @param cause what it happened because of, if that is an exception
     */
    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
