package dev.whittle.runtime.auth.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.chain.PlayedServer.Answer;
import dev.whittle.runtime.config.TestEnvironment;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.MissingCredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The standard chain behind the settings of the process. */
class FurtherPlacesTest {
    private static final String JSON = """
            {"Code":"Success","AccessKeyId":"%s","SecretAccessKey":"key-secret","Expiration":"2100-01-01T00:00:00Z"}""";

    @TempDir
    private Path home;

    private TestEnvironment environment;

    @BeforeEach
    void prepare() throws IOException {
        environment = new TestEnvironment(home).set("AWS_REGION", "us-east-1");
        Files.createDirectories(home.resolve(".aws"));
    }

    private String id() {
        return CredentialsProvider.standard(environment).credentials().accessKeyId();
    }

    @Test
    void asksThePlacesInTheirOrder() throws IOException {
        try (PlayedServer instance = new PlayedServer(r ->
                        Answer.ok(r.target().endsWith("security-credentials/") ? "role" : JSON.formatted("INSTANCE")));
                PlayedServer container = new PlayedServer(r -> Answer.ok(JSON.formatted("CONTAINER")));
                PlayedSts sts = new PlayedSts()) {
            environment
                    .unset("AWS_EC2_METADATA_DISABLED")
                    .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", instance.url())
                    .set("AWS_ENDPOINT_URL_STS", sts.server.url());
            assertThat(id()).isEqualTo("INSTANCE");
            environment.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.url());
            assertThat(id()).isEqualTo("CONTAINER");
            int asked = instance.requests.size();
            Files.writeString(
                    home.resolve(".aws/credentials"), "[default]\naws_access_key_id=PROFILE\naws_secret_access_key=s");
            assertThat(id()).isEqualTo("PROFILE");
            Path token = Files.writeString(home.resolve("token"), "web/secret+");
            environment.set("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString()).set("AWS_ROLE_ARN", "arn:role/WEB");
            assertThat(id()).isEqualTo("ASIAWEB");
            environment.set("AWS_ACCESS_KEY_ID", "ENV").set("AWS_SECRET_ACCESS_KEY", "s");
            assertThat(id()).isEqualTo("ENV");
            environment.setProperty("aws.accessKeyId", "PROPERTY").setProperty("aws.secretAccessKey", "s");
            assertThat(id()).isEqualTo("PROPERTY");
            assertThat(instance.requests).as("not asked when others have some").hasSize(asked);
            assertThat(container.requests).hasSize(1);
        }
    }

    @Test
    void remembersWhatItWasGiven() throws IOException {
        try (PlayedServer container = new PlayedServer(r -> Answer.ok(JSON.formatted("CONTAINER")))) {
            environment.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.url());
            CredentialsProvider chain = CredentialsProvider.standard(environment);
            assertThat(chain.credentials()).isSameAs(chain.credentials());
            assertThat(container.requests).hasSize(1);
        }
    }

    @Test
    void saysOfEachPlaceWhyItGaveNoneButNothingSecret() throws IOException {
        try (PlayedServer instance = new PlayedServer(r -> new Answer(403, "answer-secret"));
                PlayedServer container = new PlayedServer(r -> Answer.ok("{answer-secret"));
                PlayedServer sts = new PlayedServer(r -> Answer.ok("answer-secret"))) {
            Path token = Files.writeString(home.resolve("token"), "web-secret");
            Files.writeString(
                    home.resolve(".aws/config"), "[default]\ncredential_process = /nonexistent/program key-secret");
            environment
                    .set("AWS_ACCESS_KEY_ID", "id-secret")
                    .unset("AWS_EC2_METADATA_DISABLED")
                    .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", instance.url())
                    .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.url() + "/path-secret")
                    .set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "token-secret")
                    .set("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString())
                    .set("AWS_ROLE_ARN", "arn:role/WEB")
                    .set("AWS_ENDPOINT_URL_STS", sts.url());
            CredentialsProvider chain = CredentialsProvider.standard(environment);
            assertThatThrownBy(chain::credentials)
                    .isInstanceOf(MissingCredentialsException.class)
                    .hasMessage("""
                            no credentials: set a provider on the builder, or one of these:
                              system properties: aws.accessKeyId and aws.secretAccessKey are not both set
                              environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set
                              web identity: the answer of STS is not the XML that was expected
                              profile 'default': '/nonexistent/program' cannot be run
                              container: the answer is not the JSON that was expected
                              EC2 instance metadata: %s gave no session token (HTTP 403)""".formatted(instance.authority()))
                    .satisfies(e -> assertThat(Secrecy.everythingOf(e)).doesNotContain("-secret"));
            assertThat(chain.toString() + environment).doesNotContain("-secret");
        }
    }

    @Test
    void triesAgainAtTheNextCall() throws IOException {
        CredentialsProvider chain = CredentialsProvider.standard(environment);
        assertThatThrownBy(chain::credentials).isInstanceOf(MissingCredentialsException.class);
        Files.writeString(home.resolve(".aws/credentials"), "[default]\naws_access_key_id=A\naws_secret_access_key=s");
        assertThat(chain.credentials().accessKeyId()).isEqualTo("A");
    }

    @Test
    void anInterruptedCallerDoesNotGoOnToTheNextPlace() throws IOException {
        try (PlayedServer container = new PlayedServer(r -> Answer.ok(JSON.formatted("CONTAINER")));
                PlayedServer instance = new PlayedServer(r -> Answer.ok("token"))) {
            environment
                    .unset("AWS_EC2_METADATA_DISABLED")
                    .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", instance.url())
                    .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.url());
            CredentialsProvider chain = CredentialsProvider.standard(environment);
            Thread.currentThread().interrupt();
            assertThatThrownBy(chain::credentials).isInstanceOf(CallInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(instance.requests).isEmpty();
            assertThat(chain.credentials().accessKeyId()).isEqualTo("CONTAINER");
        }
    }
}
