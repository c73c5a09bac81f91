package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.auth.PlayedServer.Response;
import dev.whittle.runtime.config.TestEnvironment;
import dev.whittle.runtime.error.MissingCredentialsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleCredentialsTest {
    private static final String ARN = "arn:aws:iam::123456789012:role/";
    private static final Credentials BASE = Credentials.of("AKIDBASE", "base-secret", "base-token-secret");

    @TempDir
    private Path folder;

    private final PlayedSts sts = new PlayedSts();
    private final TestEnvironment environment = new TestEnvironment();

    RoleCredentialsTest() throws IOException {}

    @BeforeEach
    void pointToSts() {
        sts.knows(BASE);
        environment.set("AWS_ENDPOINT_URL_STS", sts.server.url());
    }

    @AfterEach
    void stop() {
        sts.close();
    }

    private Credentials assume(RoleSession session) {
        return new AssumedRoleCredentials(environment, CredentialsProvider.of(BASE), session).credentials();
    }

    @Test
    void assumesARoleWithASignedRequest() {
        assertThat(assume(RoleSession.of(ARN + "reader"))).isEqualTo(PlayedSts.of("reader"));
        Map<String, String> form = sts.requests().get(0).form();
        assertThat(form).containsOnlyKeys("Action", "Version", "RoleArn", "RoleSessionName");
        assertThat(form.get("RoleSessionName")).matches("whittle-\\d+");
    }

    @Test
    void sendsEverythingThatIsSet() {
        environment.set("AWS_REGION", "eu-west-1");
        sts.expectedRegion = "eu-central-1";
        RoleSession session = RoleSession.builder(ARN + "reader")
                .sessionName("a=b@c")
                .externalId("one & two")
                .duration(Duration.ofMinutes(20))
                .region("eu-central-1")
                .endpoint(URI.create(sts.server.url()))
                .build();
        environment.set("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1");
        assume(session);
        assertThat(sts.requests().get(0).form())
                .containsEntry("RoleSessionName", "a=b@c")
                .containsEntry("ExternalId", "one & two")
                .containsEntry("DurationSeconds", "1200");
    }

    @Test
    void signsForTheRegionOfTheEnvironment() {
        environment.set("AWS_REGION", "eu-west-1");
        sts.expectedRegion = "eu-west-1";
        assertThat(assume(RoleSession.of(ARN + "reader"))).isEqualTo(PlayedSts.of("reader"));
    }

    @Test
    void tradesAWebIdentityTokenWithoutASignature() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "web/secret+\n");
        environment
                .set("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString())
                .set("AWS_ROLE_ARN", ARN + "pod")
                .set("AWS_ROLE_SESSION_NAME", "s");
        assertThat(new WebIdentityCredentials(environment).credentials()).isEqualTo(PlayedSts.of("pod"));
        assertThat(sts.requests().get(0).headers()).doesNotContainKeys("authorization", "x-amz-date");
        assertThat(sts.requests().get(0).form()).containsEntry("RoleSessionName", "s");
        assertThat(new WebIdentityCredentials(environment, token.toString(), RoleSession.of(ARN + "other"))
                        .credentials())
                .isEqualTo(PlayedSts.of("other"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfAToken() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "\uFEFFweb/secret+\n");
        assertThat(new WebIdentityCredentials(environment, token.toString(), RoleSession.of(ARN + "pod")).credentials())
                .isEqualTo(PlayedSts.of("pod"));
    }

    @Test
    void saysWhatIsMissingForAWebIdentity() throws IOException {
        WebIdentityCredentials identity = new WebIdentityCredentials(environment);
        assertThatThrownBy(identity::credentials).hasMessage("web identity: AWS_WEB_IDENTITY_TOKEN_FILE is not set");
        environment.set("AWS_WEB_IDENTITY_TOKEN_FILE", "/nonexistent/token");
        assertThatThrownBy(identity::credentials)
                .hasMessage("web identity: AWS_WEB_IDENTITY_TOKEN_FILE is set, but AWS_ROLE_ARN is not");
        environment.set("AWS_ROLE_ARN", ARN + "pod");
        assertThatThrownBy(identity::credentials)
                .hasMessage("web identity: the file of AWS_WEB_IDENTITY_TOKEN_FILE, /nonexistent/token,"
                        + " cannot be read: NoSuchFileException");
        Path token = Files.writeString(folder.resolve("token"), "other-web-secret");
        environment.set("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString());
        assertThatThrownBy(identity::credentials)
                .as("even if the server repeats the token")
                .hasMessage("web identity: STS returned HTTP 400, InvalidIdentityToken: No such token: ***");
    }

    @Test
    void repeatsTheReasonOfARefusalOnOneLine() {
        sts.instead = PlayedSts.error(403, "AccessDenied", "User: arn is not\n authorized &lt;" + "x".repeat(1000));
        assertThatThrownBy(() -> assume(RoleSession.of(ARN + "r")))
                .isInstanceOf(MissingCredentialsException.class)
                .hasMessageStartingWith(
                        "role " + ARN + "r: STS returned HTTP 403, AccessDenied: User: arn is not  authorized <xxx")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500))
                .satisfies(e -> assertThat(Secrecy.everythingOf(e)).doesNotContain("-secret"));
        sts.instead = new Response(503, "busy");
        assertThatThrownBy(() -> assume(RoleSession.of(ARN + "r")))
                .hasMessage("role " + ARN + "r: STS returned HTTP 503");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hidden-secret",
                "<a>",
                "</a>",
                "<a",
                "<a>x</a",
                "<a>x</a></b>",
                "<!DOCTYPE a [<!ENTITY x \"hidden-secret\">]><a>&x;</a>",
                "<a>&x;</a>",
                "<a>&#xD800000000;</a>",
                "<a>&#-1;</a>",
                "<a><![CDATA[hidden-secret]]></a>",
                "<!-- <a>x</a>",
                "<?xml ",
                "<>x</>",
                "<a/>",
            })
    void whatIsNotTheExpectedXmlIsRejected(String body) {
        sts.instead = Response.ok(body);
        assertThatThrownBy(() -> assume(RoleSession.of(ARN + "r")))
                .isInstanceOf(MissingCredentialsException.class)
                .hasMessage("role " + ARN + "r: the response of STS is not the expected XML");
    }

    @Test
    void aResponseWithoutCredentialsIsRejected() {
        sts.instead =
                Response.ok("<a><AccessKeyId>A</AccessKeyId><SecretAccessKey attribute='x'> </SecretAccessKey></a>");
        assertThatThrownBy(() -> assume(RoleSession.of(ARN + "r")))
                .hasMessage("role " + ARN + "r: the response has no SecretAccessKey");
    }

    @Test
    void hugeNestingAndHugeResponsesDoNoHarm() {
        sts.instead = Response.ok("<a>".repeat(60_000));
        assertThatThrownBy(() -> assume(RoleSession.of(ARN + "r"))).hasMessageContaining("is not the expected XML");
        sts.instead = Response.ok("<a>".repeat(100_000));
        assertThatThrownBy(() -> assume(RoleSession.of(ARN + "r"))).hasMessageContaining("larger than 256 KiB");
    }
}
