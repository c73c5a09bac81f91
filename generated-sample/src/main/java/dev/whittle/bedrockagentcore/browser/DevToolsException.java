package dev.whittle.bedrockagentcore.browser;

import dev.whittle.runtime.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * A command of the Chrome DevTools Protocol failed: the browser reported an error, the connection ended, or the page
 * threw. A timeout is a {@link DevToolsTimeoutException}.
 */
public class DevToolsException extends BrowserException {
    private static final long serialVersionUID = 1L;

    /** What Chromium reports for a command to a session that has ended. */
    static final int SESSION_NOT_FOUND = -32001;

    /** What Chromium reports for most failures, such as a page that just navigates. */
    static final int SERVER_ERROR = -32000;

    private static final int LONGEST_TEXT = 500;

    private final @Nullable String method;
    private final int code;
    private final @Nullable String data;

    DevToolsException(@Nullable String method, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.method = method;
        this.code = 0;
        this.data = null;
    }

    private DevToolsException(String method, String message, int code, @Nullable String data) {
        super(message, null);
        this.method = method;
        this.code = code;
        this.data = data;
    }

    /** Describes the member {@code error} of a response. */
    static DevToolsException ofError(String method, Document error) {
        Document text = error.get("message");
        Document code = error.get("code");
        Document data = error.get("data");
        String details = data.isNull() ? null : data.isString() ? data.asString() : data.toString();
        int number = code.isNumber() ? (int) code.asDouble() : 0;
        String message = method + " failed: " + (text.isString() ? readable(text.asString()) : "no message")
                + (details == null ? "" : ": " + readable(details)) + " (code " + number + ")";
        return new DevToolsException(method, message, number, details);
    }

    /** A text of the browser or the page, on one line and not too long. */
    static String readable(String text) {
        String shorter = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
        StringBuilder line = new StringBuilder(shorter.length());
        for (int i = 0; i < shorter.length(); i++) {
            char c = shorter.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return line.toString();
    }

    /** The method of the command that failed, such as {@code Page.navigate}; null if it was no single command. */
    public @Nullable String method() {
        return method;
    }

    /** The error code that the browser reported, such as -32601 for an unknown method; 0 if it reported none. */
    public int code() {
        return code;
    }

    /** Details that the browser reported beside the message; null if there are none. A value other than a string is JSON. */
    public @Nullable String data() {
        return data;
    }
}
