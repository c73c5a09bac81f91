package dev.whittle.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a service.
 *
 * @param name the name as the model writes it
 * @param wireName the name that requests have of it, which is another in few models
 * @param pointer where the model file defines it: a JSON pointer
 * @param documentation what the model says of it, as HTML; empty when it says nothing
 * @param http the HTTP request it makes where the protocol lets the model choose, {@code null} where it says nothing
 * @param input its input structure, dedicated to it and named after it
 * @param hasInput whether the model gives it an input; if not, the structure has no members
 * @param output its output structure, dedicated to it and named after it
 * @param resultWrapper the element inside the root of a response that has the output's members, {@code null} where the model
 *     says nothing
 * @param unwrappedOutput whether the root of a response is the output's only member
 * @param errors the errors that the model lists for it, in the model's order
 * @param readOnly whether the model says that it changes nothing
 * @param idempotent whether the model says that repeating it has no further effect
 * @param auth how its requests are authenticated
 * @param checksum the checksums over its messages, {@code null} for none
 * @param gzip whether the service takes its requests compressed
 * @param deprecated why it should not be used any more, empty without a reason, {@code null} when it is not deprecated
 * @param hostPrefix what goes before the endpoint's host, with labels in braces, {@code null} for nothing
 * @param examples calls of it, for its documentation
 */
public record Operation(
        String name,
        String wireName,
        String pointer,
        String documentation,
        @Nullable HttpTrait http,
        ShapeId input,
        boolean hasInput,
        ShapeId output,
        @Nullable String resultWrapper,
        boolean unwrappedOutput,
        List<ShapeId> errors,
        boolean readOnly,
        boolean idempotent,
        Auth auth,
        @Nullable Checksum checksum,
        boolean gzip,
        @Nullable String deprecated,
        @Nullable String hostPrefix,
        List<Example> examples) {
    public Operation {
        errors = List.copyOf(errors);
        examples = List.copyOf(examples);
    }

    /**
     * The HTTP request of an operation.
     *
     * @param method the method, in upper case
     * @param uri the path with labels in braces, and possibly a literal query string
     * @param status the status of a response that is no error
     * @param pointers where the model says so
     */
    public record HttpTrait(String method, String uri, int status, Pointers pointers) {
        /** Where a model says how an operation uses HTTP: JSON pointers. */
        public record Pointers(String method, String uri, String status) {}
    }

    /**
     * How the requests of an operation are authenticated.
     *
     * @param schemes the ways that the service accepts, the preferred one first, as the absolute ids of their traits; at
     *     least one
     * @param unsignedPayload whether a signature leaves the body out
     */
    public record Auth(List<String> schemes, boolean unsignedPayload) {
        /** Signature Version 4. */
        public static final String SIGV4 = "aws.auth#sigv4";

        /** No authentication at all. */
        public static final String NONE = "smithy.api#noAuth";

        public Auth {
            schemes = List.copyOf(schemes);
        }

        /** Whether the service accepts a signature of the request, with which it can be signed for others to send. */
        public boolean isSigV4() {
            return schemes.contains(SIGV4);
        }
    }

    /**
     * The checksums over the messages of an operation.
     *
     * @param requestAlgorithmMember the member of the input that chooses the algorithm, {@code null} for none
     * @param requestRequired whether a request must have one
     * @param legacy whether that is MD5, as the older trait says
     * @param validationModeMember the member of the input that asks for checksums in responses, {@code null} for none
     * @param responseAlgorithms the names of those that responses can have, the preferred one first
     */
    public record Checksum(
            @Nullable String requestAlgorithmMember,
            boolean requestRequired,
            boolean legacy,
            @Nullable String validationModeMember,
            List<String> responseAlgorithms) {
        public Checksum {
            responseAlgorithms = List.copyOf(responseAlgorithms);
        }
    }
}
