package dev.whittle.runtime.error;

/** No endpoint is configured for a service that has no default one; the message names the places for it. */
public final class MissingEndpointException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message the places where an endpoint can be set
     */
    public MissingEndpointException(String message) {
        super(message, null);
    }
}
