package dev.whittle.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a service.
 *
 * @param name the name as the model writes it
 * @param pointer where the model file defines it: a JSON pointer
 * @param documentation what the model says of it, as HTML; empty when it says nothing
 * @param http the HTTP request it makes
 * @param input its input structure, dedicated to it and named after it
 * @param output its output structure, dedicated to it and named after it
 * @param errors the errors that the model lists for it, in the model's order
 * @param readOnly whether it changes nothing
 * @param idempotent whether repeating it has no further effect
 * @param auth how its requests are authenticated
 * @param deprecated why it should not be used any more, empty without a reason, {@code null} when it is not deprecated
 * @param hostPrefix what goes before the endpoint's host, with labels in braces, {@code null} for nothing
 */
public record Operation(
        String name,
        String pointer,
        String documentation,
        HttpTrait http,
        ShapeId input,
        ShapeId output,
        List<ShapeId> errors,
        boolean readOnly,
        boolean idempotent,
        Auth auth,
        @Nullable String deprecated,
        @Nullable String hostPrefix) {
    public Operation {
        errors = List.copyOf(errors);
    }

    /**
     * The HTTP request of an operation.
     *
     * @param method the method, in upper case
     * @param uri the path with labels in braces, and possibly a literal query string
     * @param status the status of an answer that is no error
     */
    public record HttpTrait(String method, String uri, int status) {}

    /** How the requests of an operation are authenticated. */
    public enum Auth {
        SIGV4,
        SIGV4_UNSIGNED_PAYLOAD,
        NONE
    }
}
