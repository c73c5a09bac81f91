package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import org.jspecify.annotations.Nullable;

/** Credentials in system properties. */
final class SystemPropertyCredentials extends CredentialsSource {
    private final Environment environment;

    SystemPropertyCredentials(Environment environment) {
        super("system properties", "aws.accessKeyId", "aws.secretAccessKey", "aws.sessionToken");
        this.environment = environment;
    }

    @Override
    @Nullable
    String value(String name) {
        return environment.property(name);
    }
}
