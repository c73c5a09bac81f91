package dev.whittle.codegen.parsed;

import org.jspecify.annotations.Nullable;

/**
 * An example of a call, as written. A value in it is a string, a number, a boolean, a list or a map of values, or null.
 *
 * @param title what it shows
 * @param documentation HTML; empty where the model says nothing
 * @param input the input: a map by the names of members
 * @param response the output or error, {@code null} where the model does not give it
 * @param error the error that the call ends in, {@code null} for none
 */
public record ParsedExample(
        String title,
        String documentation,
        Object input,
        @Nullable Object response,
        @Nullable String error) {}
