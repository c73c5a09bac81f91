package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.config.TestEnvironment;
import dev.whittle.runtime.error.MissingCredentialsException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private final TestEnvironment environment = new TestEnvironment();
    private final CredentialsProvider provider = CredentialsProvider.standard(environment);

    @Test
    void systemPropertiesComeBeforeTheEnvironment() {
        environment.set("AWS_ACCESS_KEY_ID", "E");
        environment.set("AWS_SECRET_ACCESS_KEY", "es");
        environment.set("AWS_SESSION_TOKEN", "et");
        assertThat(provider.credentials()).isEqualTo(Credentials.of("E", "es", "et"));
        environment.setProperty("aws.accessKeyId", "P");
        environment.setProperty("aws.secretAccessKey", " ps ");
        assertThat(provider.credentials()).isEqualTo(Credentials.of("P", "ps"));
    }

    @Test
    void halfASettingIsAMistakeAndNoReasonForAnotherIdentity() {
        environment.set("AWS_ACCESS_KEY_ID", "E").set("AWS_SECRET_ACCESS_KEY", "es");
        environment.setProperty("aws.accessKeyId", "P").setProperty("aws.secretAccessKey", " ");
        assertThatThrownBy(provider::credentials)
                .isInstanceOf(MissingCredentialsException.class)
                .hasMessage("system properties: aws.accessKeyId is set, but aws.secretAccessKey is not: set both or"
                        + " neither");
        environment.setProperty("aws.accessKeyId", "");
        assertThat(provider.credentials().accessKeyId()).isEqualTo("E");
        environment.unset("AWS_ACCESS_KEY_ID");
        for (CredentialsProvider any : List.of(provider, CredentialsProvider.environment(environment))) {
            assertThatThrownBy(any::credentials)
                    .hasMessage("environment: AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is not: set both or"
                            + " neither");
        }
        environment.unset("AWS_SECRET_ACCESS_KEY").set("AWS_SESSION_TOKEN", "left over");
        assertThatThrownBy(provider::credentials).hasMessageStartingWith("no credentials: ");
    }

    @Test
    void whatStaysTheSameIsTheSameObject() {
        environment.setProperty("aws.accessKeyId", "P");
        environment.setProperty("aws.secretAccessKey", "ps");
        Credentials first = provider.credentials();
        assertThat(provider.credentials()).isSameAs(first);
        environment.setProperty("aws.secretAccessKey", "changed");
        assertThat(provider.credentials()).isEqualTo(Credentials.of("P", "changed"));
    }

    @Test
    void namesThePlacesThatWereLookedAtAndWhyTheyGaveNone() {
        assertThatThrownBy(provider::credentials)
                .isInstanceOf(MissingCredentialsException.class)
                .hasMessage("""
                        no credentials: set a provider on the builder, or one of these:
                          system properties: aws.accessKeyId and aws.secretAccessKey are not both set
                          environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set
                          web identity: AWS_WEB_IDENTITY_TOKEN_FILE is not set
                          profile 'default': not found in /nonexistent/home/.aws/config (which does not exist) and \
                        /nonexistent/home/.aws/credentials (which does not exist)
                          container: neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor \
                        AWS_CONTAINER_CREDENTIALS_FULL_URI is set
                          EC2 instance metadata: switched off by AWS_EC2_METADATA_DISABLED""");
        assertThatThrownBy(CredentialsProvider.environment(environment)::credentials)
                .isInstanceOf(MissingCredentialsException.class)
                .hasMessage("""
                        no credentials: set a provider on the builder, or one of these:
                          environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set""");
    }

    @Test
    void neverPrintsASecret() {
        assertThat(Credentials.of("AKID", "hidden", "hush")).hasToString("Credentials[AKID, with session token]");
        assertThat(Credentials.of("AKID", "hidden")).hasToString("Credentials[AKID]");
    }
}
