package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whittle.runtime.auth.PlayedServer.Response;
import dev.whittle.runtime.config.TestEnvironment;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.MissingCredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
        try (PlayedServer instance = new PlayedServer(r -> Response.ok(
                        r.target().endsWith("security-credentials/") ? "role" : JSON.formatted("INSTANCE")));
                PlayedServer container = new PlayedServer(r -> Response.ok(JSON.formatted("CONTAINER")));
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
        try (PlayedServer container = new PlayedServer(r -> Response.ok(JSON.formatted("CONTAINER")))) {
            environment.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.url());
            CredentialsProvider chain = CredentialsProvider.standard(environment);
            assertThat(chain.credentials()).isSameAs(chain.credentials());
            assertThat(container.requests).hasSize(1);
        }
    }

    @Test
    void saysOfEachPlaceWhyItGaveNone() throws IOException {
        try (PlayedServer instance = new PlayedServer(r -> new Response(403, "response-secret"))) {
            Files.writeString(home.resolve(".aws/config"), "[default]\nregion = eu-west-1");
            environment
                    .unset("AWS_EC2_METADATA_DISABLED")
                    .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", instance.url())
                    .set("AWS_ROLE_ARN", "arn:role/WEB");
            CredentialsProvider chain = CredentialsProvider.standard(environment);
            assertThatThrownBy(chain::credentials)
                    .isInstanceOf(MissingCredentialsException.class)
                    .hasMessage("""
                            no credentials: set a provider on the builder, or one of these:
                              system properties: aws.accessKeyId and aws.secretAccessKey are not both set
                              environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set
                              web identity: AWS_WEB_IDENTITY_TOKEN_FILE is not set
                              profile 'default': has neither aws_access_key_id and aws_secret_access_key nor \
                            credential_process nor role_arn
                              container: neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor \
                            AWS_CONTAINER_CREDENTIALS_FULL_URI is set
                              EC2 instance metadata: %s returned no session token (HTTP 403)""".formatted(instance.authority()))
                    .satisfies(e -> assertThat(Secrecy.everythingOf(e)).doesNotContain("-secret"));
            assertThat(chain.toString() + environment).doesNotContain("-secret");
        }
    }

    /** Sets up one place so that it fails; the container and the instance behind it have credentials. */
    private interface Fault {
        void prepare(TestEnvironment environment, Path home) throws IOException;
    }

    private static Fault profile(String text) {
        return (environment, home) -> Files.writeString(home.resolve(".aws/config"), text);
    }

    static Stream<Arguments> faults() {
        String keys = "aws_access_key_id = A\naws_secret_access_key = key-secret\n";
        String role = "role_arn = arn:aws:iam::1:role/r\n";
        Fault webIdentity = (environment, home) -> environment
                .set(
                        "AWS_WEB_IDENTITY_TOKEN_FILE",
                        Files.writeString(home.resolve("token"), "t").toString())
                .set("AWS_ROLE_ARN", "arn:role/WEB");
        return Stream.of(
                Arguments.of(webIdentity, "web identity: STS returned HTTP 503"),
                Arguments.of(
                        (Fault) (environment, home) -> {
                            webIdentity.prepare(environment, home);
                            environment.set("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1");
                        },
                        "web identity: no response from 127.0.0.1:1"),
                Arguments.of(
                        (Fault) (environment, home) -> {
                            webIdentity.prepare(environment, home);
                            environment.unset("AWS_ROLE_ARN");
                        },
                        "web identity: AWS_WEB_IDENTITY_TOKEN_FILE is set, but AWS_ROLE_ARN is not"),
                Arguments.of(
                        (Fault) (environment, home) -> {
                            webIdentity.prepare(environment, home);
                            Files.delete(home.resolve("token"));
                        },
                        "cannot be read: NoSuchFileException"),
                Arguments.of(
                        (Fault) (environment, home) -> {
                            webIdentity.prepare(environment, home);
                            Files.writeString(home.resolve("token"), " ");
                        },
                        "is empty"),
                Arguments.of(
                        profile("[default]\naws_access_key_id = A"), "profile 'default': has aws_access_key_id but"),
                Arguments.of(profile("[default\n" + keys), "line 1 begins a section that does not end with ']'"),
                Arguments.of(profile("[default]\n" + role + "source_profile = b"), "profile 'b': not found in "),
                Arguments.of(profile("[default]\n" + role), "has role_arn, and so needs one of"),
                Arguments.of(profile("[default]\nsource_profile = b"), "has source_profile but no role_arn"),
                Arguments.of(
                        profile("[default]\ncredential_source = Environment"), "has credential_source but no role_arn"),
                Arguments.of(
                        profile("[default]\nweb_identity_token_file = t"),
                        "has web_identity_token_file but no role_arn"),
                Arguments.of(
                        profile("[default]\naws_session_token = token-secret"), "has aws_session_token but neither"),
                Arguments.of(
                        profile("[default]\n" + role + "source_profile = b\n[profile b]\n" + keys),
                        "role arn:aws:iam::1:role/r: STS returned HTTP 503"),
                Arguments.of(
                        profile("[default]\n" + role + "credential_source = Environment"), "AWS_ACCESS_KEY_ID and"),
                Arguments.of(
                        profile("[default]\ncredential_process = /nonexistent/program key-secret"),
                        "profile 'default': '/nonexistent/program' cannot be run"),
                Arguments.of(profile("[default]\nsso_session = s"), "signs in with IAM Identity Center"),
                Arguments.of(profile("[default]\nlogin_session = s"), "signs in with 'aws login'"),
                Arguments.of(
                        (Fault) (environment, home) -> environment.set("AWS_PROFILE", "gone"),
                        "profile 'gone': not found in "),
                Arguments.of(
                        (Fault) (environment, home) -> Files.createDirectory(home.resolve(".aws/config")),
                        "config cannot be read: IOException"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPlaceThatIsSetUpAndFailsIsNotPassedOver(Fault fault, String reason) throws IOException {
        try (PlayedServer container = new PlayedServer(r -> Response.ok(JSON.formatted("CONTAINER")));
                PlayedServer sts = new PlayedServer(r -> new Response(503, "response-secret"))) {
            environment
                    .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.url())
                    .set("AWS_ENDPOINT_URL_STS", sts.url());
            fault.prepare(environment, home);
            CredentialsProvider chain = CredentialsProvider.standard(environment);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(chain::credentials)
                        .isInstanceOf(MissingCredentialsException.class)
                        .hasMessageContaining(reason)
                        .hasMessageContaining("The client asks no other source while this one is set up")
                        .satisfies(e -> assertThat(Secrecy.everythingOf(e)).doesNotContain("-secret"));
            }
            assertThat(container.requests).isEmpty();
        }
    }

    @Test
    void aPlaceThatFailedIsAskedAgainAtTheNextCall() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        String web = PlayedSts.response("AssumeRoleWithWebIdentity", "WEB");
        try (PlayedServer container = new PlayedServer(r -> Response.ok(JSON.formatted("CONTAINER")));
                PlayedServer sts = new PlayedServer(
                        r -> asked.incrementAndGet() <= 2 ? new Response(503, "") : Response.ok(web))) {
            environment
                    .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.url())
                    .set("AWS_ENDPOINT_URL_STS", sts.url())
                    .set(
                            "AWS_WEB_IDENTITY_TOKEN_FILE",
                            Files.writeString(home.resolve("token"), "t").toString())
                    .set("AWS_ROLE_ARN", "arn:role/WEB");
            CredentialsProvider chain = CredentialsProvider.standard(environment);
            assertThatThrownBy(chain::credentials).hasMessageStartingWith("web identity: STS returned HTTP 503");
            assertThat(chain.credentials().accessKeyId()).isEqualTo("ASIAWEB");
            assertThat(container.requests).isEmpty();
        }
    }

    @Test
    void aContainerOrAnInstanceThatFailsIsToldAndAskedAgain() throws IOException {
        AtomicInteger status = new AtomicInteger(500);
        try (PlayedServer instance = new PlayedServer(r -> new Response(
                status.get(), r.target().endsWith("security-credentials/") ? "role" : JSON.formatted("INSTANCE")))) {
            environment.unset("AWS_EC2_METADATA_DISABLED").set("AWS_EC2_METADATA_SERVICE_ENDPOINT", instance.url());
            CredentialsProvider chain = CredentialsProvider.standard(environment);
            assertThatThrownBy(chain::credentials)
                    .hasMessageMatching("(?s)EC2 instance metadata: \\S+ returned no session token \\(HTTP 500\\)\n.*")
                    .hasMessageContaining("set AWS_EC2_METADATA_DISABLED to true");
            environment.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", instance.url());
            assertThatThrownBy(chain::credentials).hasMessageMatching("(?s)container: \\S+ returned HTTP 500\n.*");
            environment.unset("AWS_CONTAINER_CREDENTIALS_FULL_URI");
            status.set(200);
            assertThat(chain.credentials().accessKeyId()).isEqualTo("INSTANCE");
        }
    }

    @Test
    void expiredCredentialsOfAContainerOrAnInstanceAreUsedWhileItIsDown() throws Exception {
        AtomicInteger status = new AtomicInteger(200);
        String json = JSON.replace(
                "2100-01-01T00:00:00Z",
                Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS).toString());
        try (PlayedServer agent = new PlayedServer(r -> new Response(
                status.get(), r.target().endsWith("security-credentials/") ? "role" : json.formatted("AGENT")))) {
            environment.unset("AWS_EC2_METADATA_DISABLED").set("AWS_EC2_METADATA_SERVICE_ENDPOINT", agent.url());
            CredentialsProvider instance = CredentialsProvider.standard(environment);
            assertThat(instance.credentials().accessKeyId()).isEqualTo("AGENT");
            environment.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", agent.url());
            CredentialsProvider container = CredentialsProvider.standard(environment);
            assertThat(container.credentials().accessKeyId()).isEqualTo("AGENT");
            status.set(500);
            Thread.sleep(2100);
            for (CredentialsProvider chain : List.of(instance, container)) {
                int before = agent.requests.size();
                assertThat(chain.credentials().accessKeyId()).isEqualTo("AGENT");
                int after = agent.requests.size();
                assertThat(after).as("asked once").isGreaterThan(before);
                assertThat(chain.credentials()).isSameAs(chain.credentials());
                assertThat(agent.requests).as("and not again at once").hasSize(after);
            }
        }
    }

    @Test
    void expiredCredentialsOfARoleAreNotUsed() throws Exception {
        AtomicInteger status = new AtomicInteger(200);
        String web = PlayedSts.response("AssumeRoleWithWebIdentity", "WEB")
                .replace(
                        "2030-01-01T06:00:00Z",
                        Instant.now()
                                .plusSeconds(2)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
        try (PlayedServer sts = new PlayedServer(r -> new Response(status.get(), web))) {
            environment
                    .set("AWS_ENDPOINT_URL_STS", sts.url())
                    .set(
                            "AWS_WEB_IDENTITY_TOKEN_FILE",
                            Files.writeString(home.resolve("token"), "t").toString())
                    .set("AWS_ROLE_ARN", "arn:role/WEB");
            CredentialsProvider chain = CredentialsProvider.standard(environment);
            assertThat(chain.credentials().accessKeyId()).isEqualTo("ASIAWEB");
            status.set(503);
            Thread.sleep(2100);
            assertThatThrownBy(chain::credentials).hasMessageContaining("STS returned HTTP 503");
        }
    }

    @Test
    void anInstanceThatIsNotThereIsRemembered() throws IOException {
        try (PlayedServer none = new PlayedServer(r -> new Response(404, ""));
                PlayedServer withoutRole = new PlayedServer(
                        r -> r.method().equals("PUT") ? Response.ok("token") : new Response(404, ""))) {
            for (PlayedServer server : List.of(none, withoutRole)) {
                environment.unset("AWS_EC2_METADATA_DISABLED").set("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.url());
                CredentialsProvider chain = CredentialsProvider.standard(environment);
                String first = catchThrowable(chain::credentials).getMessage();
                int asked = server.requests.size();
                assertThat(asked).isPositive();
                assertThatThrownBy(chain::credentials).hasMessage(first);
                assertThat(server.requests).hasSize(asked);
                Path keys = home.resolve(".aws/credentials");
                Files.writeString(keys, "[default]\naws_access_key_id=A\naws_secret_access_key=s");
                assertThat(chain.credentials().accessKeyId())
                        .as("other places are asked all the same")
                        .isEqualTo("A");
                Files.delete(keys);
                CachedCredentials alone = new CachedCredentials(new InstanceSource(environment));
                assertThatThrownBy(alone::credentials).isInstanceOf(MissingCredentialsException.class);
                asked = server.requests.size();
                assertThatThrownBy(alone::credentials).isInstanceOf(MissingCredentialsException.class);
                assertThat(server.requests).hasSize(asked);
            }
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
        try (PlayedServer container = new PlayedServer(r -> Response.ok(JSON.formatted("CONTAINER")));
                PlayedServer instance = new PlayedServer(r -> Response.ok("token"))) {
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
