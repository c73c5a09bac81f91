package dev.whittle.codegen.parsed;

import org.jspecify.annotations.Nullable;

/**
 * How an operation uses HTTP. A method or URI that is missing is a problem already reported.
 *
 * @param method the method as written, {@code null} where it is missing
 * @param uri the request URI as written, {@code null} where it is missing
 * @param status the status of a response that is no error
 * @param statusPointer where the model gives that status: a JSON pointer
 */
public record ParsedHttp(
        @Nullable ParsedText method, @Nullable ParsedText uri, int status, String statusPointer) {}
