package dev.whittle.codegen.model;

import org.jspecify.annotations.Nullable;

/**
 * An example of a call. A value in it is a string, a number, a boolean, a list or a map of values, or null. It need not fit
 * the shapes: nothing checks it.
 *
 * @param title what it shows
 * @param documentation what the model says of it, as HTML; empty when it says nothing
 * @param input the input: a map by the names of members
 * @param response the output or error, {@code null} where the model does not give it
 * @param error the error that the call ends in, {@code null} for none
 */
public record Example(
        String title,
        String documentation,
        Object input,
        @Nullable Object response,
        @Nullable ShapeId error) {}
