package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import org.jspecify.annotations.Nullable;

/** Credentials in environment variables. */
final class EnvironmentCredentials extends CredentialsSource {
    private final Environment environment;

    EnvironmentCredentials(Environment environment) {
        this.environment = environment;
    }

    @Override
    @Nullable
    Credentials find() {
        return of(
                environment.variable("AWS_ACCESS_KEY_ID"),
                environment.variable("AWS_SECRET_ACCESS_KEY"),
                environment.variable("AWS_SESSION_TOKEN"));
    }

    @Override
    String place() {
        return "environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set";
    }
}
