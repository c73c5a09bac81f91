package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.MissingCredentialsException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private final Map<String, String> settings = new HashMap<>();
    private final CredentialsProvider provider = CredentialsProvider.standard(new Environment() {
        @Override
        public String variable(String name) {
            return settings.get("env " + name);
        }

        @Override
        public String property(String name) {
            return settings.get(name);
        }
    });

    @Test
    void systemPropertiesComeBeforeTheEnvironment() {
        settings.put("env AWS_ACCESS_KEY_ID", "E");
        settings.put("env AWS_SECRET_ACCESS_KEY", "es");
        settings.put("env AWS_SESSION_TOKEN", "et");
        assertThat(provider.credentials()).isEqualTo(Credentials.of("E", "es", "et"));
        settings.put("aws.accessKeyId", "P");
        assertThat(provider.credentials().accessKeyId())
                .as("half a setting is none")
                .isEqualTo("E");
        settings.put("aws.secretAccessKey", " ps ");
        assertThat(provider.credentials()).isEqualTo(Credentials.of("P", "ps"));
    }

    @Test
    void whatStaysTheSameIsTheSameObject() {
        settings.put("aws.accessKeyId", "P");
        settings.put("aws.secretAccessKey", "ps");
        Credentials first = provider.credentials();
        assertThat(provider.credentials()).isSameAs(first);
        settings.put("aws.secretAccessKey", "changed");
        assertThat(provider.credentials()).isEqualTo(Credentials.of("P", "changed"));
    }

    @Test
    void namesThePlacesThatWereLookedAt() {
        assertThatThrownBy(provider::credentials)
                .isInstanceOf(MissingCredentialsException.class)
                .hasMessage("no credentials: set a provider on the builder,"
                        + " the system properties aws.accessKeyId and aws.secretAccessKey"
                        + " or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment");
    }

    @Test
    void neverPrintsASecret() {
        assertThat(Credentials.of("AKID", "hidden", "hush")).hasToString("Credentials[AKID, with session token]");
        assertThat(Credentials.of("AKID", "hidden")).hasToString("Credentials[AKID]");
    }
}
