package dev.whittle.runtime.client;

import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.error.MalformedResponseException;
import org.jspecify.annotations.Nullable;

/** The code and the message in the body of an error that is JSON, whatever its shape. */
final class JsonErrorBody {
    private @Nullable String code;
    private @Nullable String type;
    private @Nullable String message;
    private boolean whole;

    private JsonErrorBody() {}

    /** Looks through a body; one that is empty, not JSON or cut off says what was found up to there. */
    static JsonErrorBody read(byte[] bytes) {
        JsonErrorBody body = new JsonErrorBody();
        // An HTML page of a proxy, say, is told by its first character and is not parsed.
        if (firstCharacter(bytes) == '{') {
            try {
                body.scan(new JsonReader(bytes));
                body.whole = true;
            } catch (MalformedResponseException e) {
                body.whole = false;
            }
        }
        return body;
    }

    private static int firstCharacter(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b;
            }
        }
        return -1;
    }

    private void scan(JsonReader in) {
        for (String name = in.first(); name != null; name = in.next()) {
            if (!in.isString()) {
                in.skip();
            } else if (name.equals("code")) {
                code = in.string();
            } else if (name.equals("__type")) {
                type = in.string();
            } else if (name.equals("message") || (message == null && isMessage(name))) {
                message = in.string();
            }
        }
    }

    private static boolean isMessage(String name) {
        return name.equals("Message") || name.equals("errorMessage");
    }

    /** Whether it is a whole JSON object. */
    boolean isWhole() {
        return whole;
    }

    /** The property {@code code} as it was sent; null when there is none. */
    @Nullable
    String code() {
        return code;
    }

    /** The property {@code __type} as it was sent; null when there is none. */
    @Nullable
    String type() {
        return type;
    }

    /** The service's own words; null when there are none. */
    @Nullable
    String message() {
        return message;
    }
}
