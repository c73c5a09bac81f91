package dev.whittle.codegen.parsed;

import org.jspecify.annotations.Nullable;

/**
 * How an operation uses HTTP. A method or URI that is missing is a problem already reported.
 *
 * @param pointer where the model says so: a JSON pointer
 * @param method the method as written, {@code null} where it is missing
 * @param uri the request URI as written, {@code null} where it is missing
 * @param status the status of an answer that is no error
 */
public record ParsedHttp(
        String pointer, @Nullable String method, @Nullable String uri, int status) {}
