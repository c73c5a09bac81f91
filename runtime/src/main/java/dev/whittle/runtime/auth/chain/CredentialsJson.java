package dev.whittle.runtime.auth.chain;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.internal.DateParser;
import dev.whittle.runtime.internal.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Credentials as processes, containers and instances write them. No fault is told in the words of what was read. */
final class CredentialsJson {
    private final String place;
    private final Map<String, String> fields;

    private CredentialsJson(String place, Map<String, String> fields) {
        this.place = place;
        this.fields = fields;
    }

    /**
     * Reads an object; what is nested in it is skipped.
     *
     * @param place what messages begin with
     */
    static CredentialsJson read(String place, String text) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser in = Json.parser(text.getBytes(StandardCharsets.UTF_8))) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw notTheJson(place);
            }
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                JsonToken token = in.nextToken();
                if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                    fields.put(name, in.getString());
                } else {
                    in.skipChildren();
                }
            }
        } catch (JacksonException e) {
            // Not as the cause: the parser quotes what it cannot read.
            throw notTheJson(place);
        }
        return new CredentialsJson(place, fields);
    }

    private static MissingCredentialsException notTheJson(String place) {
        return new MissingCredentialsException(place + ": the answer is not the JSON that was expected", null);
    }

    /** The text or number of a property; null when there is none. */
    @Nullable
    String get(String name) {
        return fields.get(name);
    }

    /**
     * The credentials.
     *
     * @param tokenName what the session token is called
     */
    Credentials credentials(String tokenName) {
        return of(place, get("AccessKeyId"), get("SecretAccessKey"), get(tokenName), get("Expiration"));
    }

    /** Credentials of texts that were answered, which are checked. */
    static Credentials of(
            String place,
            @Nullable String accessKeyId,
            @Nullable String secretAccessKey,
            @Nullable String sessionToken,
            @Nullable String expiration) {
        String id = set(accessKeyId);
        String secret = set(secretAccessKey);
        if (id == null || secret == null) {
            throw new MissingCredentialsException(
                    place + ": the answer has no " + (id == null ? "AccessKeyId" : "SecretAccessKey"), null);
        }
        String end = set(expiration);
        Instant instant = end == null ? null : DateParser.parse(end);
        if (end != null && instant == null) {
            throw new MissingCredentialsException(place + ": the answer's Expiration is no timestamp", null);
        }
        return Credentials.of(id, secret, set(sessionToken), instant);
    }

    private static @Nullable String set(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }
}
