package dev.whittle.codegen.smithy;

import dev.whittle.codegen.parsed.ParsedAuth;
import java.util.ArrayList;
import java.util.List;
import software.amazon.smithy.aws.traits.auth.UnsignedPayloadTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.ServiceIndex;
import software.amazon.smithy.model.knowledge.ServiceIndex.AuthSchemeMode;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;

/**
 * Reads how requests are authenticated.
 *
 * @see <a href="https://smithy.io/2.0/spec/authentication-traits.html">Smithy authentication traits</a>
 */
final class AuthReader {
    /** A signature for several regions at once, which takes another kind of key; who lists it lists others too. */
    private static final String SIGV4A = "aws.auth#sigv4a";

    private final ServiceIndex index;
    private final ServiceShape service;

    AuthReader(Model model, ServiceShape service) {
        this.index = ServiceIndex.of(model);
        this.service = service;
    }

    ParsedAuth ofService() {
        return new ParsedAuth(
                supported(index.getEffectiveAuthSchemes(service, AuthSchemeMode.NO_AUTH_AWARE)
                        .keySet()),
                false);
    }

    ParsedAuth ofOperation(OperationShape operation) {
        return new ParsedAuth(
                supported(index.getEffectiveAuthSchemes(service, operation, AuthSchemeMode.NO_AUTH_AWARE)
                        .keySet()),
                operation.hasTrait(UnsignedPayloadTrait.class));
    }

    /** Whether the service is one of AWS: it prefers a signature of AWS over every other proof. */
    boolean isOfAws() {
        for (ShapeId scheme : index.getEffectiveAuthSchemes(service).keySet()) {
            String id = scheme.toString();
            return id.equals(ParsedAuth.SIGV4) || id.equals(SIGV4A);
        }
        return false;
    }

    private static List<String> supported(Iterable<ShapeId> schemes) {
        List<String> ids = new ArrayList<>();
        for (ShapeId scheme : schemes) {
            if (!scheme.toString().equals(SIGV4A)) {
                ids.add(scheme.toString());
            }
        }
        return ids;
    }
}
