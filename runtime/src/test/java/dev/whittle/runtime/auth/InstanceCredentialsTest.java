package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.auth.PlayedServer.Request;
import dev.whittle.runtime.auth.PlayedServer.Response;
import dev.whittle.runtime.config.TestEnvironment;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.metadata.InstanceMetadata;
import dev.whittle.runtime.region.DefaultRegion;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceCredentialsTest {
    private static final String ROLES = "/latest/meta-data/iam/security-credentials/";
    private static final String JSON = """
            {"Code":"Success","LastUpdated":"2030-01-01T00:00:00Z","Type":"AWS-HMAC","AccessKeyId":"ASIA",
             "SecretAccessKey":"key-secret","Token":"token-secret","Expiration":"2030-01-01T06:00:00Z"}""";

    private String roles = "my role\n";
    private String json = JSON;
    private Response tokenResponse = Response.ok("imds-token==");
    private final PlayedServer server;
    private final TestEnvironment environment = new TestEnvironment();
    private final InstanceCredentials instance = new InstanceCredentials(environment);

    InstanceCredentialsTest() throws IOException {
        server = new PlayedServer(this::respond);
    }

    /** The metadata service: it wants the exact headers, and tells a session by its token. */
    private Response respond(Request request) {
        if (request.target().equals("/latest/api/token")) {
            boolean proper = request.method().equals("PUT")
                    && request.body().isEmpty()
                    && "300".equals(request.headers().get("x-aws-ec2-metadata-token-ttl-seconds"));
            return proper ? tokenResponse : new Response(400, "");
        }
        if (!request.method().equals("GET")
                || !"imds-token==".equals(request.headers().get("x-aws-ec2-metadata-token"))) {
            return new Response(401, "");
        }
        return switch (request.target()) {
            case ROLES -> roles == null ? new Response(404, "") : Response.ok(roles);
            case ROLES + "my%20role" -> Response.ok(json);
            case "/latest/meta-data/placement/region" -> Response.ok("eu-north-1");
            default -> new Response(404, "");
        };
    }

    @BeforeEach
    void turnOn() {
        environment.unset("AWS_EC2_METADATA_DISABLED").set("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.url() + "/");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksForATokenThenTheRoleThenItsCredentials() {
        assertThat(instance.credentials())
                .isEqualTo(Credentials.of("ASIA", "key-secret", "token-secret", Instant.parse("2030-01-01T06:00:00Z")));
        assertThat(server.requests)
                .extracting(Request::target)
                .containsExactly("/latest/api/token", ROLES, ROLES + "my%20role");
    }

    @Test
    void neverAsksWithoutAToken() {
        tokenResponse = new Response(403, "");
        assertFails("127.0.0.1:.* returned no session token \\(HTTP 403\\)");
        tokenResponse = Response.ok("a\r\nb");
        assertFails("127.0.0.1:.* returned no session token \\(HTTP 200\\)");
        tokenResponse = Response.ok(" ");
        assertFails("127.0.0.1:.* returned no session token \\(HTTP 200\\)");
        assertThat(server.requests).extracting(Request::method).containsOnly("PUT");
    }

    @Test
    void triesOnceMoreAfterAFailureOfTheServer() throws IOException {
        AtomicInteger count = new AtomicInteger();
        try (PlayedServer shaky =
                new PlayedServer(r -> count.getAndIncrement() % 2 == 0 ? new Response(503, "") : respond(r))) {
            environment.set("AWS_EC2_METADATA_SERVICE_ENDPOINT", shaky.url());
            assertThat(instance.credentials().accessKeyId()).isEqualTo("ASIA");
            assertThat(shaky.requests).hasSize(6);
        }
        try (PlayedServer down = new PlayedServer(r -> new Response(500, ""))) {
            environment.set("AWS_EC2_METADATA_SERVICE_ENDPOINT", down.url());
            assertFails("127.0.0.1:.* returned no session token \\(HTTP 500\\)");
            assertThat(down.requests).hasSize(2);
        }
    }

    @Test
    void givesUpOnAServerThatDoesNotRespond() throws IOException {
        try (PlayedServer stalled = new PlayedServer(r -> {
            Thread.sleep(60_000);
            return Response.ok("");
        })) {
            environment.set("AWS_EC2_METADATA_SERVICE_ENDPOINT", stalled.url());
            assertFails("no response from 127.0.0.1:.*");
            assertThat(stalled.requests).hasSize(2);
        }
        environment.set("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1");
        assertFails("no response from 127.0.0.1:1: .*");
    }

    @Test
    void saysWhyTheInstanceHasNoCredentials() {
        roles = null;
        assertFails("the instance has no role");
        roles = "\n";
        assertFails("the instance has no role");
        roles = "other";
        assertFails("the request for its credentials returned HTTP 404");
        roles = "my role";
        json = "{\"Code\":\"AssumeRoleUnauthorizedAccess\"}";
        assertFails("it has a role, but no credentials for it; its trust policy may not name EC2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oops key-secret                                            | the response is not the expected JSON",
                "{\"SecretAccessKey\":\"key-secret\",\"AccessKeyId\":key-secret} | the response is not the expected JSON",
                "[\"key-secret\"]                                           | the response is not the expected JSON",
                "{\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"key-secret    | the response is not the expected JSON",
                "{\"SecretAccessKey\":\"key-secret\"}                       | the response has no AccessKeyId",
                "{\"AccessKeyId\":\"A\",\"SecretAccessKey\":{\"a\":1}}      | the response has no SecretAccessKey",
                "{\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"key-secret\",\"Expiration\":\"key-secret\"} | the Expiration of the response is not a timestamp",
            })
    void saysWhatIsWrongWithAResponseButNotInItsWords(String response, String reason) {
        json = response;
        assertFails(reason);
    }

    private void assertFails(String reason) {
        assertThatThrownBy(instance::credentials)
                .isInstanceOf(MissingCredentialsException.class)
                .hasMessageMatching("EC2 instance metadata: " + reason)
                .satisfies(e ->
                        assertThat(Secrecy.everythingOf(e)).doesNotContain("key-secret", "token-secret", "imds-token"));
    }

    @Test
    void canBeSwitchedOff() {
        environment.set("AWS_EC2_METADATA_DISABLED", "TRUE");
        assertFails("switched off by AWS_EC2_METADATA_DISABLED");
        assertThat(new InstanceMetadata(environment).region()).isNull();
        assertThat(server.requests).isEmpty();
        environment.set("AWS_EC2_METADATA_DISABLED", "false");
        assertThat(instance.credentials().accessKeyId()).isEqualTo("ASIA");
    }

    @Test
    void rejectsAnEndpointThatIsNone() {
        environment.set("AWS_EC2_METADATA_SERVICE_ENDPOINT", "169.254.169.254");
        assertFails("AWS_EC2_METADATA_SERVICE_ENDPOINT is not the URL of a server");
    }

    @Test
    void tellsTheRegionWhenNothingElseDoes() {
        assertThat(DefaultRegion.find(environment)).isEqualTo("eu-north-1");
        assertThat(DefaultRegion.findHere(environment)).isNull();
        environment.set("AWS_REGION", " eu-west-1 ");
        assertThat(DefaultRegion.find(environment)).isEqualTo("eu-west-1");
    }

    @Test
    void leavesWhenItsCallerIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(instance::credentials).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
