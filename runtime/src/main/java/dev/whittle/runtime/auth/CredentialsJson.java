package dev.whittle.runtime.auth;

import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.internal.DateParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        try {
            JsonReader in = new JsonReader(SecretFile.withoutMark(text).getBytes(StandardCharsets.UTF_8));
            if (!in.hasValue()) {
                throw notTheJson(place);
            }
            for (String name = in.first(); name != null; name = in.next()) {
                if (in.isString()) {
                    fields.put(name, in.string());
                } else if (in.isNumber()) {
                    fields.put(name, in.numberText());
                } else {
                    in.skip();
                }
            }
        } catch (MalformedResponseException e) {
            // Not as the cause: it may quote what could not be read.
            throw notTheJson(place);
        }
        return new CredentialsJson(place, fields);
    }

    private static MissingCredentialsException notTheJson(String place) {
        return new MissingCredentialsException(place + ": the response is not the expected JSON", null);
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

    /** Credentials of texts in a response, which are checked. */
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
                    place + ": the response has no " + (id == null ? "AccessKeyId" : "SecretAccessKey"), null);
        }
        String end = set(expiration);
        Instant instant = end == null ? null : DateParser.parse(end);
        if (end != null && instant == null) {
            throw new MissingCredentialsException(place + ": the Expiration of the response is not a timestamp", null);
        }
        return Credentials.of(id, secret, set(sessionToken), instant);
    }

    private static @Nullable String set(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }
}
