package dev.whittle.bedrockagentcore.browser;

/**
 * The service did not carry out an action of a {@link Screen}. The message has the arguments of the action, except a text to
 * type, and the error that the service reports.
 */
public final class ActionFailedException extends BrowserException {
    private static final long serialVersionUID = 1L;

    ActionFailedException(String message) {
        super(message);
    }
}
