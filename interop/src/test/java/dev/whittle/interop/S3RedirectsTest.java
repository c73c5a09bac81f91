package dev.whittle.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.interop.s3.S3Client;
import dev.whittle.interop.s3.model.S3Exception;
import dev.whittle.interop.support.Answer;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.RecordedRequest;
import dev.whittle.interop.support.RecordingServer;
import dev.whittle.interop.support.SameRequest;
import dev.whittle.runtime.http.RequestBody;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our client of S3 follows a bucket to its region as the AWS SDK's does if it is told to. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class S3RedirectsTest {
    private static final Pattern REGION = Pattern.compile("Credential=[^/]+/[0-9]+/([^/]+)/s3/aws4_request");
    private static final Answer NOTHING = answer(200, "");

    private final RecordingServer server = new RecordingServer();
    private final S3Client ours = Clients.once(
                    Clients.datedTheSame(Clients.ours(S3Client.builder(), server.endpoint())))
            .forcePathStyle(true)
            .build();
    private final software.amazon.awssdk.services.s3.S3Client theirs = Clients.datedTheSame(
                    Clients.theirS3(server.endpoint()).crossRegionAccessEnabled(true))
            .build();

    @AfterEach
    void stop() {
        ours.close();
        theirs.close();
        server.close();
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "application/xml"), body.getBytes(UTF_8));
    }

    private static Answer error(int status, String code, String more) {
        return answer(status, "<Error><Code>" + code + "</Code><Message>wrong region</Message>" + more + "</Error>");
    }

    private static String region(RecordedRequest request) {
        Matcher matcher = REGION.matcher(request.header("authorization"));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @CsvSource({"301, PermanentRedirect", "307, TemporaryRedirect", "400, AuthorizationHeaderMalformed"})
    void aRequestIsThatOfTheSdk(int status, String code) {
        Answer redirect = error(status, code, "").with("x-amz-bucket-region", "eu-west-1");
        server.answer(redirect, NOTHING);
        ours.listObjectsV2(r -> r.bucket("bucket"));
        List<RecordedRequest> our = server.requests();
        server.answer(redirect, NOTHING);
        theirs.listObjectsV2(r -> r.bucket("bucket"));
        List<RecordedRequest> their = server.requests();

        assertThat(our).hasSize(2);
        assertThat(region(our.get(0))).isEqualTo("us-east-1");
        assertThat(region(our.get(1))).isEqualTo("eu-west-1").isEqualTo(region(their.get(their.size() - 1)));
        SameRequest.assertSameHead(our.get(1), their.get(their.size() - 1));
    }

    @Test
    void theRegionIsRemembered() {
        server.answer(error(301, "PermanentRedirect", "").with("x-amz-bucket-region", "eu-west-1"), NOTHING);
        ours.deleteObject(r -> r.bucket("far").key("a"));
        ours.deleteObject(r -> r.bucket("far").key("b"));
        ours.deleteObject(r -> r.bucket("near").key("c"));

        assertThat(server.requests())
                .extracting(S3RedirectsTest::region)
                .containsExactly("us-east-1", "eu-west-1", "eu-west-1", "us-east-1");
    }

    @Test
    void aBucketThatMovedIsFollowedAgain() {
        server.answer(
                error(301, "PermanentRedirect", "").with("x-amz-bucket-region", "eu-west-1"),
                NOTHING,
                error(301, "PermanentRedirect", "").with("x-amz-bucket-region", "us-west-2"),
                NOTHING);
        for (int i = 0; i < 3; i++) {
            ours.deleteObject(r -> r.bucket("far").key("a"));
        }

        assertThat(server.requests())
                .extracting(S3RedirectsTest::region)
                .containsExactly("us-east-1", "eu-west-1", "eu-west-1", "us-west-2", "us-west-2");
    }

    @Test
    void headersOfHeadHaveTheRegion() {
        server.answer(answer(400, "").with("x-amz-bucket-region", "ap-south-1"), NOTHING);

        ours.headBucket(r -> r.bucket("bucket"));

        assertThat(region(server.lastRequest())).isEqualTo("ap-south-1");
    }

    @Test
    void theBodyHasTheRegion() {
        server.answer(error(400, "AuthorizationHeaderMalformed", "<Region>eu-central-1</Region>"), NOTHING);

        ours.deleteObject(r -> r.bucket("bucket").key("k"));

        assertThat(region(server.lastRequest())).isEqualTo("eu-central-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cn-north-1 | because it is in another partition than us-east-1",
                "us-gov-west-1 | because it is in another partition than us-east-1",
            })
    void anotherPartitionIsNotCalled(String region, String reason) {
        server.answer(error(301, "PermanentRedirect", "").with("x-amz-bucket-region", region));

        S3Exception e = catchThrowableOfType(
                S3Exception.class,
                () -> ours.deleteObject(r -> r.bucket("bucket").key("k")));

        assertThat(e)
                .hasMessageContaining("the bucket is in the region " + region)
                .hasMessageContaining(reason);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"evil.example", "us-east-1", "a/b", "onprem", "EU", "eu-west", "''"})
    void aTextThatIsNoOtherRegionIsNotFollowed(String region) {
        server.answer(error(301, "PermanentRedirect", "").with("x-amz-bucket-region", region));

        S3Exception e = catchThrowableOfType(
                S3Exception.class,
                () -> ours.deleteObject(r -> r.bucket("bucket").key("k")));

        assertThat(e.errorCode()).isEqualTo("PermanentRedirect");
        assertThat(e.getMessage()).doesNotContain("the bucket is in");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void twoRegionsThatRedirectToEachOtherEndTheCall() {
        server.answer(
                error(301, "PermanentRedirect", "").with("x-amz-bucket-region", "eu-west-1"),
                error(301, "PermanentRedirect", "").with("x-amz-bucket-region", "us-east-1"));

        S3Exception e = catchThrowableOfType(
                S3Exception.class,
                () -> ours.deleteObject(r -> r.bucket("bucket").key("k")));

        assertThat(e).hasMessageContaining("because the call was redirected once already");
        assertThat(e.getSuppressed()).hasSize(1);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aBodyThatCanBeReadAgainIsSentAgain() {
        server.answer(error(301, "PermanentRedirect", "").with("x-amz-bucket-region", "eu-west-1"), NOTHING);

        ours.putObject(r -> r.bucket("bucket").key("k").body(RequestBody.of("content".getBytes(UTF_8))));

        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests())
                .allSatisfy(
                        request -> assertThat(new String(request.body(), UTF_8)).contains("content"));
        assertThat(region(server.lastRequest())).isEqualTo("eu-west-1");
    }

    @Test
    void aBodyThatCannotBeReadAgainEndsTheCall() {
        server.answer(error(301, "PermanentRedirect", "").with("x-amz-bucket-region", "eu-west-1"), NOTHING);
        byte[] content = "content".getBytes(UTF_8);

        S3Exception e = catchThrowableOfType(
                S3Exception.class,
                () -> ours.putObject(r -> r.bucket("bucket")
                        .key("k")
                        .body(RequestBody.of(new ByteArrayInputStream(content), content.length))));

        assertThat(e)
                .hasMessageContaining("the bucket is in the region eu-west-1, which was not tried, because the body of"
                        + " the request can be read only once");
        assertThat(server.requests()).hasSize(1);
        ours.deleteObject(r -> r.bucket("bucket").key("k"));
        assertThat(region(server.lastRequest())).isEqualTo("eu-west-1");
    }

    @Test
    void otherErrorsAreNotFollowed() {
        server.answer(
                error(403, "AccessDenied", "<Region>eu-west-1</Region>").with("x-amz-bucket-region", "eu-west-1"));

        S3Exception e = catchThrowableOfType(
                S3Exception.class,
                () -> ours.deleteObject(r -> r.bucket("bucket").key("k")));

        assertThat(e.errorCode()).isEqualTo("AccessDenied");
        assertThat(server.requests()).hasSize(1);
    }
}
