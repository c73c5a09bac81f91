package dev.whittle.bedrockagentcore.browser;

import org.jspecify.annotations.Nullable;

/** A browser session cannot do what was asked of it. Failed calls of the service throw their own exceptions instead. */
public class BrowserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrowserException(String message) {
        this(message, null);
    }

    BrowserException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
