package dev.whittle.codegen.c2j;

import dev.whittle.codegen.parsed.ParsedAuth;
import java.util.List;
import java.util.Map;

/** Reads how requests are authenticated. Older models say {@code authtype}, newer ones list {@code auth}. */
final class AuthReader {
    private static final Map<String, ParsedAuth> BY_TYPE = Map.of(
            "v4", ParsedAuth.SIGV4,
            "v4-unsigned-body", ParsedAuth.SIGV4_UNSIGNED_PAYLOAD,
            "none", ParsedAuth.NONE);
    private static final Map<String, ParsedAuth> BY_TRAIT =
            Map.of("aws.auth#sigv4", ParsedAuth.SIGV4, "smithy.api#noAuth", ParsedAuth.NONE);

    private AuthReader() {}

    static ParsedAuth ofService(Fields metadata) {
        if (metadata.has("auth")) {
            return preferred(metadata.strings("auth"));
        }
        String version = metadata.string("signatureVersion");
        return version == null || version.endsWith("v4") ? ParsedAuth.SIGV4 : ParsedAuth.OTHER;
    }

    static ParsedAuth ofOperation(Fields operation, ParsedAuth service) {
        ParsedAuth auth = service;
        String type = operation.string("authtype");
        if (type != null) {
            auth = BY_TYPE.getOrDefault(type, ParsedAuth.OTHER);
        } else if (operation.has("auth")) {
            auth = preferred(operation.strings("auth"));
        }
        return auth == ParsedAuth.SIGV4 && operation.flag("unsignedPayload") ? ParsedAuth.SIGV4_UNSIGNED_PAYLOAD : auth;
    }

    /** The first of a list that is supported. */
    private static ParsedAuth preferred(List<String> traits) {
        for (String trait : traits) {
            ParsedAuth auth = BY_TRAIT.get(trait);
            if (auth != null) {
                return auth;
            }
        }
        return ParsedAuth.OTHER;
    }
}
