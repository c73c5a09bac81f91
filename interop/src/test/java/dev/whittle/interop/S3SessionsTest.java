package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whittle.interop.s3.S3Client;
import dev.whittle.interop.s3.model.DeleteObjectRequest;
import dev.whittle.interop.s3.model.GetObjectRequest;
import dev.whittle.interop.support.Answer;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.RecordedRequest;
import dev.whittle.interop.support.RecordingServer;
import dev.whittle.interop.support.SameRequest;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.error.BucketSessionException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests for directory buckets of S3 Express One Zone are signed for a session with the bucket, as by the AWS SDK. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class S3SessionsTest {
    private static final String BUCKET = "bucket--usw2-az1--x-s3";
    private static final Answer NOTHING = answer(200, "");

    private final RecordingServer server = new RecordingServer();
    private final S3Client ours = Clients.once(
                    Clients.datedTheSame(Clients.ours(S3Client.builder(), server.endpoint())))
            .build();

    @AfterEach
    void stop() {
        ours.close();
        server.close();
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "application/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer session(String name, Duration validFor) {
        return answer(
                200,
                "<CreateSessionResult><Credentials><SessionToken>token-" + name + "</SessionToken><SecretAccessKey>s"
                        + "</SecretAccessKey><AccessKeyId>key-" + name + "</AccessKeyId><Expiration>"
                        + Instant.now().plus(validFor) + "</Expiration></Credentials></CreateSessionResult>");
    }

    @Test
    void requestsAreThoseOfTheSdk() {
        server.answer(session("1", Duration.ofMinutes(5)), NOTHING);
        ours.deleteObject(r -> r.bucket(BUCKET).key("k"));
        List<RecordedRequest> our = server.requests();
        server.answer(session("1", Duration.ofMinutes(5)), NOTHING);
        try (software.amazon.awssdk.services.s3.S3Client theirs =
                Clients.theirS3(server.endpoint()).forcePathStyle(false).build()) {
            theirs.deleteObject(r -> r.bucket(BUCKET).key("k"));
        }
        List<RecordedRequest> their = server.requests();

        assertThat(our).hasSize(2);
        assertThat(their).hasSize(2);
        assertThat(our.get(0).method()).isEqualTo("GET").isEqualTo(their.get(0).method());
        assertThat(our.get(0).target()).isEqualTo("/" + BUCKET + "/?session");
        assertThat(their.get(0).target()).isIn("/" + BUCKET + "/?session", "/" + BUCKET + "?session");
        assertThat(scope(our.get(0)))
                .isEqualTo("AKIDEXAMPLE us-east-1/s3express")
                .isEqualTo(scope(their.get(0)));
        assertThat(our.get(0).headers()).doesNotContainKey("x-amz-s3session-token");

        assertThat(scope(our.get(1))).isEqualTo("key-1 us-east-1/s3express").isEqualTo(scope(their.get(1)));
        assertThat(our.get(1).header("x-amz-s3session-token"))
                .isEqualTo("token-1")
                .isEqualTo(their.get(1).header("x-amz-s3session-token"));
        assertThat(our.get(1).headers()).doesNotContainKey("x-amz-security-token");
        assertThat(our.get(1).header("authorization")).contains("x-amz-s3session-token");
        assertThat(our.get(1).method()).isEqualTo(their.get(1).method());
        assertThat(our.get(1).target()).isEqualTo("/" + BUCKET + "/k?x-id=DeleteObject");
        assertThat(SameRequest.namesOfHeaders(their.get(1))).containsAll(SameRequest.namesOfHeaders(our.get(1)));
    }

    /** Key, region and service of a signature. */
    private static String scope(RecordedRequest request) {
        String[] parts = request.header("authorization").split("Credential=|/");
        return parts[1] + " " + parts[3] + "/" + parts[4];
    }

    @Test
    void aSessionIsUsedAgain() {
        server.answer(session("1", Duration.ofMinutes(5)), NOTHING);
        for (int i = 0; i < 5; i++) {
            ours.deleteObject(r -> r.bucket(BUCKET).key("k"));
        }

        assertThat(server.requests()).hasSize(6);
        assertThat(server.requests().subList(1, 6))
                .extracting(S3SessionsTest::scope)
                .containsOnly("key-1 us-east-1/s3express");
    }

    @Test
    void eachBucketHasItsOwn() {
        server.answer(session("1", Duration.ofMinutes(5)), NOTHING, session("2", Duration.ofMinutes(5)), NOTHING);
        ours.deleteObject(r -> r.bucket(BUCKET).key("k"));
        ours.deleteObject(r -> r.bucket("other--usw2-az1--x-s3").key("k"));
        ours.deleteObject(r -> r.bucket(BUCKET).key("k"));

        assertThat(server.requests())
                .extracting(S3SessionsTest::scope)
                .containsExactly(
                        "AKIDEXAMPLE us-east-1/s3express",
                        "key-1 us-east-1/s3express",
                        "AKIDEXAMPLE us-east-1/s3express",
                        "key-2 us-east-1/s3express",
                        "key-1 us-east-1/s3express");
    }

    @Test
    void aPresignedRequest() {
        try (S3Client client = Clients.datedTheSame(Clients.ours(S3Client.builder(), server.endpoint()))
                .build()) {
            server.answer(session("1", Duration.ofMinutes(5)));
            String url = client.presigner()
                    .getObject(
                            GetObjectRequest.builder().bucket(BUCKET).key("k").build(), Duration.ofMinutes(1))
                    .uri()
                    .toString();
            assertThat(url)
                    .contains("X-Amz-Credential=key-1%2F", "%2Fs3express%2F", "X-Amz-S3session-Token=token-1")
                    .doesNotContain("X-Amz-Security-Token");
        }
    }

    @Test
    void aSessionThatIsRefused() {
        server.answer(answer(
                403, "<Error><Code>AccessDenied</Code><Message>not allowed</Message><RequestId>r</RequestId></Error>"));

        assertThat(catchThrowable(() -> ours.deleteObject(r -> r.bucket(BUCKET).key("k"))))
                .isInstanceOf(BucketSessionException.class)
                .hasMessage("not allowed (CreateSession, HTTP 403, AccessDenied, request id r)");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aSessionIsTriedAgain() {
        server.answer(
                answer(503, "<Error><Code>SlowDown</Code></Error>"), session("1", Duration.ofMinutes(5)), NOTHING);
        try (S3Client client =
                Clients.ours(S3Client.builder(), server.endpoint()).build()) {
            client.deleteObject(r -> r.bucket(BUCKET).key("k"));
        }

        assertThat(server.requests()).hasSize(3);
        assertThat(scope(server.lastRequest())).isEqualTo("key-1 us-east-1/s3express");
    }

    @Test
    void aWrongClockIsCorrected() {
        Answer skewed = answer(403, "<Error><Code>RequestTimeTooSkewed</Code></Error>");
        server.answer(skewed, session("1", Duration.ofMinutes(5)), NOTHING);
        try (S3Client client = Clients.ours(S3Client.builder(), server.endpoint())
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-20)))
                .build()) {
            client.deleteObject(r -> r.bucket(BUCKET).key("k"));
            client.deleteObject(r -> r.bucket(BUCKET).key("k"));
        }

        assertThat(server.requests()).hasSize(4);
        assertThat(server.requests().get(0).header("x-amz-date"))
                .isLessThan(server.requests().get(1).header("x-amz-date"));
    }

    @Test
    void equalCredentialsShareASession() {
        server.answer(session("1", Duration.ofMinutes(5)), NOTHING);
        for (int i = 0; i < 3; i++) {
            ours.deleteObject(
                    DeleteObjectRequest.builder().bucket(BUCKET).key("k").build(),
                    RequestOptions.builder()
                            .credentials(CredentialsProvider.of(Credentials.of("tenant", "secret")))
                            .build());
        }

        assertThat(server.requests()).hasSize(4);
        assertThat(scope(server.requests().get(0))).isEqualTo("tenant us-east-1/s3express");
    }

    @Test
    void sessionsCanBeTurnedOff() {
        server.answer(NOTHING);
        ours.deleteObject(
                DeleteObjectRequest.builder().bucket(BUCKET).key("k").build(),
                RequestOptions.builder()
                        .endpointParameter("DisableS3ExpressSessionAuth", true)
                        .build());

        assertThat(server.requests())
                .extracting(S3SessionsTest::scope)
                .containsExactly("AKIDEXAMPLE us-east-1/s3express");
    }
}
