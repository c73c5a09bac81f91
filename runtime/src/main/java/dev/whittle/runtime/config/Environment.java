package dev.whittle.runtime.config;

import org.jspecify.annotations.Nullable;

/** The process's environment variables and system properties, or what a test puts in their place. */
public interface Environment {
    /** The real ones, read anew at each question. */
    static Environment system() {
        return SystemEnvironment.INSTANCE;
    }

    /** The value of an environment variable; null when it is not set. */
    @Nullable
    String variable(String name);

    /** The value of a system property; null when it is not set. */
    @Nullable
    String property(String name);

    /** The trimmed value of the property, else of the variable; null when both are missing or blank. */
    default @Nullable String setting(String property, String variable) {
        String value = property(property);
        if (value == null || value.isBlank()) {
            value = variable(variable);
        }
        return value == null || value.isBlank() ? null : value.trim();
    }
}
