package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import org.jspecify.annotations.Nullable;

/** Credentials in environment variables. */
final class EnvironmentCredentials extends CredentialsSource {
    private final Environment environment;

    EnvironmentCredentials(Environment environment) {
        super("environment", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");
        this.environment = environment;
    }

    @Override
    @Nullable
    String value(String name) {
        return environment.variable(name);
    }
}
