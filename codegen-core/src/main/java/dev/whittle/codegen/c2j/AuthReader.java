package dev.whittle.codegen.c2j;

import dev.whittle.codegen.parsed.ParsedAuth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how requests are authenticated. Newer models list {@code auth}, traits in the order of preference; older ones
 * have a {@code signatureVersion} and, for operations that differ, an {@code authtype}.
 */
final class AuthReader {
    /** A signature for several regions at once, which takes another kind of key; who lists it lists others too. */
    private static final String SIGV4A = "aws.auth#sigv4a";

    /** The signature that two services of AWS still want. Clients have none; their callers can bring one. */
    private static final String SIGV2 = "aws.auth#sigv2";

    /** Says that a request needs no proof, whatever else is listed. */
    private static final String OPTIONAL = "smithy.api#optionalAuth";

    private static final String UNSIGNED_PAYLOAD = "v4-unsigned-body";

    /** Ids in the namespaces of Smithy and AWS that are known; a scheme of one's own has another namespace. */
    private static final List<String> KNOWN = List.of(
            ParsedAuth.SIGV4,
            SIGV4A,
            ParsedAuth.HTTP_BEARER,
            "smithy.api#httpBasicAuth",
            "smithy.api#httpApiKeyAuth",
            "smithy.api#httpDigestAuth",
            ParsedAuth.NO_AUTH,
            OPTIONAL);

    /** The words of older models; {@link #ofType} has no scheme for some of them. */
    private static final List<String> TYPES =
            List.of("v4", UNSIGNED_PAYLOAD, "bearer", "none", "s3v4", "v2", "v3", "v3https", "custom");

    /** A way of signing that a single service had for itself, and gave its own name. */
    private static final Pattern OWN_TYPE = Pattern.compile("s[0-9]");

    private AuthReader() {}

    static ParsedAuth ofService(Fields metadata) {
        String version = type(metadata, "signatureVersion");
        List<String> schemes = metadata.has("auth") ? listed(metadata) : ofType(version == null ? "v4" : version);
        return new ParsedAuth(schemes, false);
    }

    /**
     * Whether a service is one of AWS: it prefers a signature of AWS over every other proof. A model that says nothing of
     * authentication says nothing of AWS either.
     */
    static boolean isOfAws(Fields metadata) {
        if (!metadata.has("auth")) {
            String version = metadata.string("signatureVersion");
            return version != null && (ofType(version).contains(ParsedAuth.SIGV4) || version.equals("v2"));
        }
        for (String scheme : metadata.strings("auth")) {
            if (!scheme.equals(ParsedAuth.NO_AUTH) && !scheme.equals(OPTIONAL)) {
                return scheme.equals(ParsedAuth.SIGV4) || scheme.equals(SIGV4A);
            }
        }
        return false;
    }

    static ParsedAuth ofOperation(Fields operation, ParsedAuth service) {
        String type = type(operation, "authtype");
        List<String> schemes =
                operation.has("auth") ? listed(operation) : type == null ? service.schemes() : ofType(type);
        return new ParsedAuth(schemes, UNSIGNED_PAYLOAD.equals(type) || operation.flag("unsignedPayload"));
    }

    private static List<String> listed(Fields fields) {
        if (fields.strings("auth").isEmpty()) {
            return List.of(ParsedAuth.NO_AUTH);
        }
        List<String> schemes = new ArrayList<>(fields.shapeIds("auth", AuthReader::isPossible, KNOWN));
        schemes.removeIf(SIGV4A::equals);
        if (schemes.removeIf(OPTIONAL::equals) && !schemes.contains(ParsedAuth.NO_AUTH)) {
            // Every proof that can be given comes first.
            schemes.add(ParsedAuth.NO_AUTH);
        }
        return schemes;
    }

    private static boolean isPossible(String id) {
        return KNOWN.contains(id) || !(id.startsWith("smithy.api#") || id.startsWith("aws.auth#"));
    }

    private static @Nullable String type(Fields fields, String name) {
        return fields.oneOf(name, TYPES, OWN_TYPE, "; list any other in 'auth': " + String.join(", ", KNOWN));
    }

    /** What the words of older models mean: signatures of S3's own or of a service's own have no scheme. */
    private static List<String> ofType(String type) {
        @Nullable
        String scheme = switch (type) {
            case "v4", "s3v4", UNSIGNED_PAYLOAD -> ParsedAuth.SIGV4;
            case "v2" -> SIGV2;
            case "bearer" -> ParsedAuth.HTTP_BEARER;
            case "none" -> ParsedAuth.NO_AUTH;
            default -> null;
        };
        return scheme == null ? List.of() : List.of(scheme);
    }
}
