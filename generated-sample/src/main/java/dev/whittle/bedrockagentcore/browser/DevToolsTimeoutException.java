package dev.whittle.bedrockagentcore.browser;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The browser did not respond in time, or the page did not become what was waited for. The browser may still carry out the
 * command; its late response is ignored.
 */
public final class DevToolsTimeoutException extends DevToolsException {
    private static final long serialVersionUID = 1L;

    DevToolsTimeoutException(@Nullable String method, String message, @Nullable Throwable cause) {
        super(method, message, cause);
    }

    /** A duration as messages show it, such as {@code 30 s}. */
    static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
