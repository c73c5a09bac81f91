package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a wire format writes errors: where a response has the code and the message of an error, whatever its shape. Only
 * an error loads it.
 */
public abstract class ErrorFormat {
    ErrorFormat() {}

    /**
     * Reads what a response says about its error.
     *
     * @param body the body, or the beginning of a very long one; it may be empty, damaged or in another format
     */
    abstract ErrorFields read(HttpHeaders headers, byte[] body);

    /** What a person reads of a body, of at most some characters. */
    String text(byte[] body, int limit) {
        return new String(body, 0, Math.min(body.length, limit), StandardCharsets.UTF_8);
    }

    /** The bare name in {@code namespace#Name:http://…}; empty when there is none. */
    static String bare(@Nullable String code) {
        if (code == null) {
            return "";
        }
        int end = code.indexOf(':');
        String name = end < 0 ? code : code.substring(0, end);
        return name.substring(name.indexOf('#') + 1).trim();
    }

    /** The code in {@code Code;Sender}; empty when the value is not of this form. */
    static String queryCode(@Nullable String value) {
        int end = value == null ? -1 : value.indexOf(';');
        String code = value == null || end < 0 ? "" : value.substring(0, end).trim();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c <= ' ' || c >= 127) {
                return "";
            }
        }
        return code;
    }
}
