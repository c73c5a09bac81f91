package dev.whittle.codegen.parsed;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of endpoint rules that clients give, as written.
 *
 * @param name its name in the rules
 * @param pointer where it is defined: a JSON pointer
 * @param type the name of its type, {@code null} where it is missing
 * @param documentation HTML; empty where the model says nothing
 */
public record ParsedContextParameter(
        String name, String pointer, @Nullable String type, String documentation) {}
