package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.auth.PlayedServer.Request;
import dev.whittle.runtime.auth.PlayedServer.Response;
import dev.whittle.runtime.config.TestEnvironment;
import dev.whittle.runtime.error.MissingCredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerCredentialsTest {
    private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

    @TempDir
    private Path folder;

    private int status = 200;
    private final PlayedServer server;
    private final TestEnvironment environment = new TestEnvironment();
    private final ContainerCredentials container;

    ContainerCredentialsTest() throws IOException {
        server = new PlayedServer(r -> new Response(status, """
                {"RoleArn":"arn","AccessKeyId":"ASIA","SecretAccessKey":"key-secret","Token":"token-secret",
                 "Expiration":"2030-01-01T06:00:00Z"}"""));
        container = new ContainerCredentials(environment, server.authority());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksTheAgentOfEcs() {
        environment.set(RELATIVE, "/v2/credentials/path-secret?a=b").set(FULL, "http://127.0.0.1:1/unused");
        assertThat(container.credentials())
                .isEqualTo(Credentials.of("ASIA", "key-secret", "token-secret", Instant.parse("2030-01-01T06:00:00Z")));
        assertThat(server.requests).hasSize(1);
        Request request = server.requests.get(0);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target()).isEqualTo("/v2/credentials/path-secret?a=b");
        assertThat(request.headers()).doesNotContainKey("authorization");
    }

    @Test
    void asksTheAgentOfEksWithTheTokenThatIsInTheFileNow() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "first-secret\n");
        environment
                .set(FULL, server.url() + "/v1/credentials")
                .set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "unused")
                .set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", token.toString());
        container.credentials();
        Files.writeString(token, "second-secret");
        container.credentials();
        assertThat(server.requests).extracting(Request::target).containsOnly("/v1/credentials");
        assertThat(server.requests)
                .extracting(r -> r.headers().get("authorization"))
                .containsExactly("first-secret", "second-secret");
    }

    @Test
    void sendsTheTokenOfTheEnvironment() {
        environment.set(FULL, server.url()).set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Basic token-secret");
        container.credentials();
        assertThat(server.requests.get(0).headers()).containsEntry("authorization", "Basic token-secret");
        assertThat(server.requests.get(0).target()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/path-secret",
                "http://169.254.169.254/path-secret",
                "http://127.example.com/path-secret",
                "http://127.0.0.1.example.com/path-secret",
                "http://127.0.0.999/path-secret",
                "http://127.0.1/path-secret",
                "http://user:path-secret@127.0.0.1/",
                "http://localhost.example.com/path-secret",
                "ftp://127.0.0.1/path-secret",
                "//127.0.0.1/path-secret",
                "/path-secret",
                "http:///path-secret",
                "http://[::2]/path-secret",
                "not a path-secret",
                "https:path-secret",
            })
    void asksNobodyElseOverPlainHttp(String uri) {
        environment.set(FULL, uri).set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "token-secret");
        assertThatThrownBy(container::credentials)
                .isInstanceOf(MissingCredentialsException.class)
                .hasMessageStartingWith("container: " + FULL + " ")
                .satisfies(e -> assertThat(Secrecy.everythingOf(e)).doesNotContain("path-secret", "token-secret"));
    }

    @Test
    void aRelativeUriIsAPath() {
        environment.set(RELATIVE, "@example.com/");
        assertThatThrownBy(container::credentials)
                .hasMessage("container: " + RELATIVE + " does not begin with a slash");
    }

    @Test
    void tokensThatNoHeaderCanHoldAreRejected() throws IOException {
        environment.set(FULL, server.url()).set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "token-secret\r\nX: y");
        assertThatThrownBy(container::credentials)
                .hasMessage("container: the authorization token is not one that can be sent in a header");
        Path empty = Files.writeString(folder.resolve("empty"), " \n");
        environment.set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", empty.toString());
        assertThatThrownBy(container::credentials)
                .hasMessage("container: the file of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE is empty");
        environment.set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/nonexistent/token");
        assertThatThrownBy(container::credentials)
                .hasMessage("container: the file of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE, /nonexistent/token,"
                        + " cannot be read: NoSuchFileException");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void namesTheHostButNotThePathWhenItIsRefused() {
        environment.set(RELATIVE, "/v2/path-secret");
        status = 404;
        assertThatThrownBy(container::credentials)
                .hasMessage("container: " + server.authority() + " returned HTTP 404");
        server.close();
        assertThatThrownBy(container::credentials)
                .hasMessageStartingWith("container: no response from " + server.authority() + ": ")
                .satisfies(e -> assertThat(Secrecy.everythingOf(e)).doesNotContain("path-secret"));
    }
}
