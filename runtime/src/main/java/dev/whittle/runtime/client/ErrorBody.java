package dev.whittle.runtime.client;

import dev.whittle.runtime.internal.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What every service says in the body of an error, whatever its shape: a code and a message, if it is JSON. */
final class ErrorBody {
    private @Nullable String code;
    private @Nullable String type;
    private @Nullable String message;
    private boolean json;

    private ErrorBody() {}

    /** Looks through a body; one that is empty, not JSON or cut off says what was found up to there. */
    static ErrorBody read(byte[] bytes) {
        ErrorBody body = new ErrorBody();
        // An HTML page of a proxy, say, is told by its first character and costs no parser.
        if (firstCharacter(bytes) == '{') {
            try (JsonParser in = Json.parser(bytes)) {
                body.scan(in);
                body.json = true;
            } catch (JacksonException e) {
                body.json = false;
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

    private void scan(JsonParser in) {
        in.nextToken();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            JsonToken token = in.nextToken();
            if (token != JsonToken.VALUE_STRING) {
                in.skipChildren();
            } else if (name.equals("code")) {
                code = in.getString();
            } else if (name.equals("__type")) {
                type = in.getString();
            } else if (name.equals("message") || (message == null && isMessage(name))) {
                message = in.getString();
            }
        }
    }

    private static boolean isMessage(String name) {
        return name.equals("Message") || name.equals("errorMessage");
    }

    /** Whether it is a whole JSON object. */
    boolean isJson() {
        return json;
    }

    /** The error's code as it was sent; null when there is none. */
    @Nullable
    String code() {
        return code != null ? code : type;
    }

    /** The service's own words; null when there are none. */
    @Nullable
    String message() {
        return message;
    }
}
