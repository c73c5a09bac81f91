package dev.whittle.codegen.parsed;

import org.jspecify.annotations.Nullable;

/**
 * What a model says of an exception.
 *
 * @param code the code by which the service names it, {@code null} where the model says nothing
 * @param httpStatus the status it comes with, 0 where the model says nothing
 * @param fault whether the service is to blame rather than the caller
 * @param retryable whether the same call may succeed later
 * @param throttling whether it means too many calls
 */
public record ParsedError(
        @Nullable String code, int httpStatus, boolean fault, boolean retryable, boolean throttling) {}
