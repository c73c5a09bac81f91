package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.interop.s3.model.GetObjectResponse;
import dev.whittle.interop.s3.model.S3Exception;
import dev.whittle.interop.support.Answer;
import dev.whittle.interop.support.Calls;
import dev.whittle.interop.support.ChunkedBody;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.RecordedRequest;
import dev.whittle.interop.support.RecordingServer;
import dev.whittle.interop.support.S3Requests;
import dev.whittle.interop.support.SameMembers;
import dev.whittle.interop.support.SameRequest;
import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.http.RequestBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** Our client of S3 sends what the AWS SDK's sends, and reads the same from a response. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class S3OracleTest {
    private static final String KEY = S3Requests.KEY;
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String CHECKSUM = "x-amz-checksum-crc32";

    private static RecordingServer server;
    private static dev.whittle.interop.s3.S3Client ours;
    private static S3Client theirs;
    private static Calls calls;

    @BeforeAll
    static void start() {
        server = new RecordingServer();
        ours = Clients.once(Clients.datedTheSame(
                        Clients.ours(dev.whittle.interop.s3.S3Client.builder(), server.endpoint())))
                .forcePathStyle(true)
                .build();
        theirs = Clients.datedTheSame(Clients.theirS3(server.endpoint())).build();
        calls = new Calls(dev.whittle.interop.s3.S3Client.class, ours, S3Client.class, theirs);
    }

    @AfterAll
    static void stop() {
        ours.close();
        theirs.close();
        server.close();
    }

    private static Answer xml(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "application/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> requests() {
        return S3Requests.all().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequest(String operation, AwsRequest request) throws NoSuchAlgorithmException {
        server.answer(xml(200, ""));

        calls.byUs(operation, request, RequestOptions.builder().build());
        calls.byThem(operation, request);

        RecordedRequest our = server.requests().get(0);
        RecordedRequest their = server.requests().get(1);
        assertThat(new String(our.body(), StandardCharsets.UTF_8))
                .isEqualTo(new String(their.body(), StandardCharsets.UTF_8).replace(DECLARATION, ""));
        // Bodies differ by the declaration of XML, which only the AWS SDK writes.
        assertSame(without(our, CHECKSUM), without(their, CHECKSUM));
        assertThat(our.header("x-amz-content-sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(our.body())));
        if (operation.equals("DeleteObjects")) {
            CRC32 crc = new CRC32();
            crc.update(our.body());
            assertThat(our.header(CHECKSUM))
                    .isEqualTo(Base64.getEncoder()
                            .encodeToString(ByteBuffer.allocate(4)
                                    .putInt((int) crc.getValue())
                                    .array()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1"})
    void aNewBucketIsInTheRegionOfTheClient(String region) {
        List<CreateBucketRequest> requests = List.of(
                CreateBucketRequest.builder().bucket("bucket").build(),
                CreateBucketRequest.builder()
                        .bucket("bucket")
                        .createBucketConfiguration(c -> c.locationConstraint("eu-west-3"))
                        .build());
        try (dev.whittle.interop.s3.S3Client our = Clients.once(
                                Clients.ours(dev.whittle.interop.s3.S3Client.builder(), server.endpoint())
                                        .region(region))
                        .forcePathStyle(true)
                        .build();
                S3Client their = Clients.theirS3(server.endpoint())
                        .region(Region.of(region))
                        .build()) {
            Calls both = new Calls(dev.whittle.interop.s3.S3Client.class, our, S3Client.class, their);
            for (CreateBucketRequest request : requests) {
                server.answer(xml(200, ""));
                both.byUs("CreateBucket", request, RequestOptions.builder().build());
                both.byThem("CreateBucket", request);
                String body = new String(server.requests().get(0).body(), StandardCharsets.UTF_8);
                assertThat(body)
                        .isEqualTo(new String(server.requests().get(1).body(), StandardCharsets.UTF_8)
                                .replace(DECLARATION, ""));
                assertThat(body.isEmpty())
                        .isEqualTo(region.equals("us-east-1") && request.createBucketConfiguration() == null);
            }
        }
    }

    private static RecordedRequest without(RecordedRequest request, String... names) {
        SortedMap<String, List<String>> headers = new TreeMap<>(request.headers());
        headers.keySet().removeAll(List.of(names));
        return new RecordedRequest(request.method(), request.target(), headers, request.body());
    }

    /** Fails unless methods, paths, queries and headers are the same. */
    private static void assertSame(RecordedRequest ours, RecordedRequest theirs) {
        assertThat(path(ours)).isEqualTo(path(theirs));
        assertThat(query(ours)).isEqualTo(query(theirs));
        SameRequest.assertSameHead(ours, theirs);
    }

    private static String path(RecordedRequest request) {
        return request.target().split("\\?", 2)[0];
    }

    /** Parameters in any order. The AWS SDK for Java does not send x-id, which its model lacks. */
    private static List<String> query(RecordedRequest request) {
        String[] parts = request.target().split("\\?", 2);
        return parts.length == 1
                ? List.of()
                : Arrays.stream(parts[1].split("&"))
                        .filter(parameter -> !parameter.startsWith("x-id="))
                        .map(parameter -> parameter.contains("=") ? parameter : parameter + "=")
                        .sorted()
                        .toList();
    }

    /** Both send the body in signed chunks with a checksum behind them. The sizes of the chunks may differ. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300_000})
    void aBody(int size, @TempDir Path folder) throws IOException {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'x');
        Path file = Files.write(folder.resolve("f"), bytes);
        server.answer(xml(200, ""));

        ours.putObject(r -> r.bucket("bucket")
                .key(KEY)
                .contentType("text/plain")
                .metadata(Map.of("one", "1"))
                .ifNoneMatch("*")
                .body(RequestBody.of(file)));
        theirs.putObject(
                PutObjectRequest.builder()
                        .bucket("bucket")
                        .key(KEY)
                        .contentType("text/plain")
                        .metadata(Map.of("one", "1"))
                        .ifNoneMatch("*")
                        .build(),
                file);
        assertSameBody(bytes);
        server.answer(xml(200, ""));

        ours.uploadPart(
                r -> r.bucket("bucket").key(KEY).uploadId("u").partNumber(2).body(RequestBody.of(file)));
        theirs.uploadPart(
                UploadPartRequest.builder()
                        .bucket("bucket")
                        .key(KEY)
                        .uploadId("u")
                        .partNumber(2)
                        .build(),
                file);
        assertSameBody(bytes);
    }

    private static void assertSameBody(byte[] bytes) {
        RecordedRequest our = server.requests().get(0);
        RecordedRequest their = server.requests().get(1);
        assertSame(our, their);
        assertThat(our.header("x-amz-content-sha256")).isEqualTo(their.header("x-amz-content-sha256"));
        ChunkedBody ourBody = ChunkedBody.of(our.body());
        ChunkedBody theirBody = ChunkedBody.of(their.body());
        assertThat(ourBody.content()).isEqualTo(bytes).isEqualTo(theirBody.content());
        assertThat(ourBody.trailer(CHECKSUM)).isEqualTo(theirBody.trailer(CHECKSUM));
    }

    @Test
    void anObject() throws IOException {
        server.answer(new Answer(
                206,
                Map.of(
                        "Content-Type", "text/plain",
                        "ETag", "\"e\"",
                        "Last-Modified", "Sun, 22 Nov 2026 09:15:30 GMT",
                        "Content-Range", "bytes 0-2/9",
                        "x-amz-meta-One", "1",
                        "x-amz-checksum-crc32", "NSRBwg==",
                        "x-amz-storage-class", "NOT_KNOWN_YET"),
                "abc".getBytes(StandardCharsets.UTF_8)));

        var their = theirs.getObjectAsBytes(GetObjectRequest.builder()
                .bucket("bucket")
                .key(KEY)
                .range("bytes=0-2")
                .build());
        try (GetObjectResponse our =
                ours.getObject(r -> r.bucket("bucket").key(KEY).range("bytes=0-2"))) {
            assertThat(our.body().readAllBytes()).isEqualTo(their.asByteArray());
            SameMembers.assertSame(our, their.response());
        }
        // The AWS SDK asks for an MD5 behind the object instead, and sends the checksum of no body.
        assertThat(server.requests().get(1).header("x-amz-checksum-mode")).isEqualTo("ENABLED");
        assertSame(
                without(server.requests().get(1), "x-amz-checksum-mode"),
                without(server.requests().get(0), "x-amz-te", CHECKSUM));
    }

    private static final String NS = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    static Stream<Arguments> responses() {
        return Stream.of(
                Arguments.of(
                        "ListBuckets",
                        "<?xml version=\"1.0\"?>\n<ListAllMyBucketsResult" + NS + "><Owner><ID>i</ID></Owner><Buckets>"
                                + "<Bucket><Name>b</Name><CreationDate>2026-11-22T09:15:30.123Z</CreationDate></Bucket>"
                                + "<Bucket><Name>c</Name></Bucket></Buckets></ListAllMyBucketsResult>"),
                Arguments.of("ListBuckets", "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>"),
                Arguments.of("GetBucketLocation", "<LocationConstraint" + NS + ">eu-central-1</LocationConstraint>"),
                Arguments.of("GetBucketLocation", "<LocationConstraint" + NS + "/>"),
                Arguments.of(
                        "DeleteObjects",
                        "<DeleteResult><Deleted><Key>a &amp; b</Key></Deleted><Error><Key>c</Key><Code>AccessDenied</Code>"
                                + "<Message>m</Message></Error><Deleted><Key>d</Key><DeleteMarker>true</DeleteMarker>"
                                + "</Deleted></DeleteResult>"),
                Arguments.of(
                        "CopyObject",
                        "<CopyObjectResult><ETag>&quot;e&quot;</ETag><LastModified>2026-11-22T09:15:30.000Z"
                                + "</LastModified></CopyObjectResult>"),
                Arguments.of(
                        "CreateMultipartUpload",
                        "<InitiateMultipartUploadResult><Bucket>b</Bucket><Key>k</Key><UploadId>u</UploadId>"
                                + "</InitiateMultipartUploadResult>"),
                Arguments.of(
                        "CompleteMultipartUpload",
                        "\n \n<CompleteMultipartUploadResult><Location>http://h/b/k</Location><ETag>e-2</ETag>"
                                + "<ChecksumType>COMPOSITE</ChecksumType></CompleteMultipartUploadResult>"),
                Arguments.of(
                        "ListParts",
                        "<ListPartsResult><IsTruncated>false</IsTruncated><Part><PartNumber>1</PartNumber><Size>5</Size>"
                                + "</Part><Part><PartNumber>2</PartNumber></Part></ListPartsResult>"));
    }

    @ParameterizedTest
    @MethodSource("responses")
    void aResponse(String operation, String body) {
        AwsRequest request = S3Requests.all().get(operation);
        server.answer(xml(200, body).with("x-amz-version-id", "v"));

        SameMembers.assertSame(
                calls.byUs(operation, request, RequestOptions.builder().build()), calls.byThem(operation, request));
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied",
        "404, NoSuchBucket",
        "404, NoSuchKey",
        "409, BucketAlreadyOwnedByYou",
        "400, NotKnownYet",
    })
    void anError(int status, String code) {
        server.answer(xml(
                status,
                "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>no &lt;</Message>"
                        + "<RequestId>r</RequestId><HostId>h</HostId></Error>"));

        S3Exception our = catchThrowableOfType(S3Exception.class, () -> ours.listObjectsV2(r -> r.bucket("bucket")));
        var their = catchThrowableOfType(
                software.amazon.awssdk.services.s3.model.S3Exception.class,
                () -> theirs.listObjectsV2(r -> r.bucket("bucket")));

        assertThat(our.errorCode())
                .isEqualTo(their.awsErrorDetails().errorCode())
                .isEqualTo(code);
        assertThat(our.serviceMessage()).isEqualTo(their.awsErrorDetails().errorMessage());
        assertThat(our.statusCode()).isEqualTo(their.statusCode());
        assertThat(our.requestId()).isEqualTo(their.requestId());
    }
}
