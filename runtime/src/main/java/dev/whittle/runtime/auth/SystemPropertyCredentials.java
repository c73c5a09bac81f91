package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import org.jspecify.annotations.Nullable;

/** Credentials in system properties. */
final class SystemPropertyCredentials extends CredentialsSource {
    private final Environment environment;

    SystemPropertyCredentials(Environment environment) {
        this.environment = environment;
    }

    @Override
    @Nullable
    Credentials find() {
        return of(
                environment.property("aws.accessKeyId"),
                environment.property("aws.secretAccessKey"),
                environment.property("aws.sessionToken"));
    }

    @Override
    String place() {
        return "system properties: aws.accessKeyId and aws.secretAccessKey are not both set";
    }
}
