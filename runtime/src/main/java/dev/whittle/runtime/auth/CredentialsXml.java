package dev.whittle.runtime.auth;

import dev.whittle.runtime.codec.XmlReader;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.metadata.CredentialsHttp.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials as services give them in XML, or why they do not. */
final class CredentialsXml {
    private CredentialsXml() {}

    /**
     * The credentials of a response.
     *
     * @param place what messages begin with
     * @param service the service that responds, for messages
     * @param secret what no message may have; null for nothing
     * @throws MissingCredentialsException if the response has none
     */
    static Credentials of(String place, String service, Response response, @Nullable String secret) {
        Map<String, String> fields = fields(response.body());
        if (response.status() != 200) {
            throw refused(place, service, response.status(), fields, secret);
        }
        if (fields.isEmpty()) {
            throw new MissingCredentialsException(
                    place + ": the response of " + service + " is not the expected XML", null);
        }
        return CredentialsJson.of(
                place,
                fields.get("AccessKeyId"),
                fields.get("SecretAccessKey"),
                fields.get("SessionToken"),
                fields.get("Expiration"));
    }

    /** The parts of credentials and of errors in a response, wherever they stand; none if it is not the expected XML. */
    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new HashMap<>();
        try {
            collect(new XmlReader(body.getBytes(StandardCharsets.UTF_8)), fields);
        } catch (MalformedResponseException e) {
            return Map.of();
        }
        return fields;
    }

    private static void collect(XmlReader in, Map<String, String> fields) {
        for (String name = in.first(); name != null; name = in.next()) {
            switch (name) {
                case "AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration", "Code", "Message" ->
                    fields.putIfAbsent(name, in.string().trim());
                default -> collect(in, fields);
            }
        }
    }

    private static MissingCredentialsException refused(
            String place, String service, int status, Map<String, String> fields, @Nullable String secret) {
        StringBuilder message = new StringBuilder(place)
                .append(": ")
                .append(service)
                .append(" returned HTTP ")
                .append(status);
        String code = fields.get("Code");
        String words = fields.get("Message");
        if (code != null) {
            message.append(", ").append(printable(code, secret));
        }
        if (words != null) {
            message.append(": ").append(printable(words, secret));
        }
        return new MissingCredentialsException(message.toString(), null);
    }

    /** The server's words on one line of bounded length, without what must not be printed. */
    private static String printable(String text, @Nullable String secret) {
        String safe = secret == null ? text : text.replace(secret, "***");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < safe.length() && i < 300; i++) {
            char c = safe.charAt(i);
            out.append(c < ' ' || c == 127 ? ' ' : c);
        }
        return out.toString();
    }
}
