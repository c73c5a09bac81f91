package dev.whittle.bedrockagentcore.browser;

/** The session has ended and cannot be revived; start a new one. */
public final class SessionEndedException extends BrowserException {
    private static final long serialVersionUID = 1L;

    SessionEndedException(String sessionId) {
        super("session " + sessionId + " has ended (status TERMINATED): start a new one");
    }
}
