package dev.whittle.runtime.config;

import org.jspecify.annotations.Nullable;

/** The environment variables and system properties of this process. */
final class SystemEnvironment implements Environment {
    static final SystemEnvironment INSTANCE = new SystemEnvironment();

    private SystemEnvironment() {}

    @Override
    public @Nullable String variable(String name) {
        return System.getenv(name);
    }

    @Override
    public @Nullable String property(String name) {
        return System.getProperty(name);
    }
}
