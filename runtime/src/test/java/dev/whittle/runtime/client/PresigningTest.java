package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.error.MissingMemberException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are signed for others to send. */
class PresigningTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final FakeTransport transport = new FakeTransport();
    private final TestClient client = TestClient.with(transport);

    private PresignedRequest presign(TestOperation operation) {
        return presign(operation, null);
    }

    private PresignedRequest presign(TestOperation operation, RequestOptions options) {
        return client.build().presigning().presign(operation, "s1", HOUR, options);
    }

    private static TestOperation unsigned() {
        return new TestOperation(
                "PUT", AuthType.SIGV4_UNSIGNED_PAYLOAD, (input, out) -> out.path("/upload"), in -> in.text());
    }

    @Test
    void theUrlIsAllThereIsToARequestWithoutHeadersAndBody() {
        PresignedRequest presigned = presign(TestOperation.get());
        assertThat(presigned.method()).isEqualTo("GET");
        assertThat(presigned.uri().toString())
                .startsWith("https://bedrock-agentcore.us-east-1.amazonaws.com/sessions/s1?v=1"
                        + "&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=AKID%2F20260102%2Fus-east-1%2Fbedrock-agentcore%2Faws4_request"
                        + "&X-Amz-Date=20260102T030405Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=");
        assertThat(presigned.headers()).isEmpty();
        assertThat(presigned.body()).isNull();
        assertThat(presigned.isBrowserExecutable()).isTrue();
        assertThat(presigned.expiration()).isEqualTo(NOW.plus(HOUR));
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void aBodyIsSignedAndHasToBeSent() {
        PresignedRequest presigned = presign(TestOperation.post());
        assertThat(presigned.headers()).isEqualTo(Map.of("Content-Type", List.of("text/plain")));
        assertThat(presigned.body().toByteArray()).asString().isEqualTo("s1");
        assertThat(presigned.isBrowserExecutable()).isFalse();
        assertThat(presigned.uri().getQuery()).contains("X-Amz-SignedHeaders=content-type;host&");
        PresignedRequest other = client.build().presigning().presign(TestOperation.post(), "s2", HOUR, null);
        assertThat(other.uri()).isNotEqualTo(presigned.uri());
        assertThatThrownBy(() -> presigned.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aPathThatIsSignedAsSentKeepsItsDotSegments() {
        client.endpoints(in -> Endpoint.of("https://example.com").withSigning(EndpointSigning.sigV4(null, null, true)));
        PresignedRequest presigned =
                presign(TestOperation.writing((input, out) -> out.path("/").greedyLabel("k", "../a/./b//c")));
        assertThat(presigned.uri().toString()).startsWith("https://example.com/../a/./b//c?X-Amz-Algorithm=");
        PresignedRequest other = presign(TestOperation.writing((input, out) -> out.path("/a/b/c")));
        assertThat(signature(presigned)).isNotEqualTo(signature(other));
    }

    private static String signature(PresignedRequest presigned) {
        return presigned.uri().toString().replaceAll(".*&X-Amz-Signature=", "");
    }

    @Test
    void theClientsOwnNameIsNotSignedForOthers() {
        client.userAgent("me/1");
        assertThat(presign(TestOperation.post()).headers()).doesNotContainKey("User-Agent");
    }

    @Test
    void oneRequestMayHaveAnEndpointCredentialsAndHeadersOfItsOwn() {
        PresignedRequest presigned = presign(
                TestOperation.get(),
                RequestOptions.builder()
                        .endpoint(URI.create("https://proxy.test:8443/base"))
                        .credentials(CredentialsProvider.of(Credentials.of("OTHER", "s", "token/1")))
                        .header("X-Tenant", "blue")
                        .build());
        assertThat(presigned.uri().toString())
                .startsWith("https://proxy.test:8443/base/sessions/s1?v=1&")
                .contains("X-Amz-Credential=OTHER%2F", "X-Amz-Security-Token=token%2F1", "=host%3Bx-tenant&");
        assertThat(presigned.headers()).isEqualTo(Map.of("X-Tenant", List.of("blue")));
        assertThat(presigned.isBrowserExecutable()).isFalse();
    }

    @Test
    void theEndOfTheSessionIsTheEndOfItsSignatures() {
        for (Duration left : List.of(Duration.ofMinutes(10), Duration.ofHours(2))) {
            client.credentials(CredentialsProvider.of(Credentials.of("A", "s", "t", NOW.plus(left))));
            assertThat(presign(TestOperation.get()).expiration())
                    .isEqualTo(NOW.plus(left.compareTo(HOUR) < 0 ? left : HOUR));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.999S", "PT-1S", "PT168H0.000000001S", "PT2562047788015215H"})
    void theTimeHasToBeASecondToSevenDays(String validFor) {
        Presigning presigning = client.build().presigning();
        assertThatThrownBy(() -> presigning.presign(TestOperation.get(), "s1", Duration.parse(validFor), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GetBrowserSession: validFor must be 1 second to 7 days, but is " + validFor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT1.999S", "PT168H"})
    void bothLimitsAreWithin(String validFor) {
        Duration time = Duration.parse(validFor);
        PresignedRequest presigned = client.build().presigning().presign(TestOperation.get(), "s1", time, null);
        assertThat(presigned.uri().getQuery()).contains("X-Amz-Expires=" + time.toSeconds() + "&");
        assertThat(presigned.expiration()).isEqualTo(NOW.plusSeconds(time.toSeconds()));
    }

    @Test
    void nothingSecretIsInItsText() {
        client.credentials(CredentialsProvider.of(Credentials.of("AKID", "secret", "token")));
        PresignedRequest presigned = presign(TestOperation.get());
        assertThat(presigned)
                .hasToString("GET https://bedrock-agentcore.us-east-1.amazonaws.com, presigned, expires"
                        + " 2026-01-02T04:04:05Z");
    }

    @Test
    void aChecksumOfNoBodyDoesNotForbidTheOneThatComes() {
        TestOperation upload = unsigned().checksum(ChecksumAlgorithm.CRC32).namedIn("x-amz-sdk-checksum-algorithm");
        assertThat(presign(upload).headers()).isEmpty();
        TestOperation signed =
                TestOperation.writing((input, out) -> out.path("/")).checksum(ChecksumAlgorithm.CRC32);
        assertThat(presign(signed).headers()).containsOnlyKeys("x-amz-checksum-crc32");
    }

    /** The header would have to be sent with the URL. */
    @Test
    void noChecksumOfTheResponseIsAskedFor() {
        TestOperation download = TestOperation.get().askedIn("x-amz-checksum-mode");
        assertThat(presign(download).headers()).isEmpty();
        assertThat(presign(download).isBrowserExecutable()).isTrue();
    }

    @Test
    void whereThePathIsSignedAsItIsSentTheBodyIsLeftOut() {
        URI url = URI.create("https://store.test");
        client.endpoints(in -> Endpoint.of(url).withSigning(EndpointSigning.sigV4("store", null, true)));
        TestOperation post = TestOperation.post();
        assertThat(client.build().presigning().presign(post, "s1", HOUR, null).uri())
                .isEqualTo(client.build()
                        .presigning()
                        .presign(post, "s2", HOUR, null)
                        .uri());
    }

    @Test
    void whatACallWouldRefuseIsRefused() {
        assertThatThrownBy(() -> client.build().presigning().presign(TestOperation.get(), "", HOUR, null))
                .isInstanceOf(MissingMemberException.class);
        Presigning bare = TestClient.bare().region("us-east-1").build().presigning();
        assertThatThrownBy(() -> bare.presign(TestOperation.get(), "s1", HOUR, null))
                .isInstanceOf(MissingCredentialsException.class);
    }
}
