package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.checksums.DefaultChecksumAlgorithm;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Bodies in chunks, and the headers that describe them, must be those that the AWS SDK sends. */
class AwsChunkedBodyOracleTest {
    private static final int BODIES = 60;
    private static final int LARGEST = 300 * 1024;
    private static final int[] EDGES = {0, 1, 15, 16, 17, 65536, 131071, 131072, 131073, 262144, 262145};
    private static final Map<ChecksumAlgorithm, software.amazon.awssdk.checksums.spi.ChecksumAlgorithm> THEIRS = Map.of(
            ChecksumAlgorithm.CRC32, DefaultChecksumAlgorithm.CRC32,
            ChecksumAlgorithm.CRC32C, DefaultChecksumAlgorithm.CRC32C,
            ChecksumAlgorithm.SHA1, DefaultChecksumAlgorithm.SHA1,
            ChecksumAlgorithm.SHA256, DefaultChecksumAlgorithm.SHA256);

    @ParameterizedTest
    @EnumSource(names = {"CRC32", "CRC32C", "SHA1", "SHA256"})
    void unsignedChunksAreThoseOfTheSdk(ChecksumAlgorithm algorithm) throws IOException {
        compare(algorithm, false, 5);
    }

    @ParameterizedTest
    @EnumSource(names = {"CRC32", "CRC32C", "SHA1", "SHA256"})
    void signedChunksAreThoseOfTheSdk(ChecksumAlgorithm algorithm) throws IOException {
        compare(algorithm, true, 6);
    }

    private static void compare(ChecksumAlgorithm algorithm, boolean isSigned, long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < BODIES; round++) {
            byte[] content = new byte[round < EDGES.length ? EDGES[round] : random.nextInt(LARGEST)];
            random.nextBytes(content);
            String name = algorithm + ", seed " + seed + ", round " + round + ", " + content.length + " bytes";
            long time = 1_700_000_000_000L + random.nextInt();
            Credentials credentials = Credentials.of("AKID", "secret" + random.nextInt());
            SignedRequest theirs = sign(algorithm, isSigned, content, time, credentials);
            SdkHttpRequest signed = theirs.request();

            HttpRequest.Builder request = HttpRequest.builder()
                    .method("PUT")
                    .origin("https", "bucket.example.com")
                    .path("/a/key");
            RequestBody whole = RequestBody.unsafe(content, 0, content.length);
            AwsChunkedBody body =
                    AwsChunkedBody.unsigned(random.nextBoolean() ? whole : new Pieces(content), algorithm);
            body.addTo(request);
            // The AWS SDK signs it; here, the transport adds it when the signature is there.
            request.headers().add("Content-Length", header(signed, "Content-Length"));
            SigV4Signer signer = SigV4Signer.ofPathAsSent("eu-central-1", "s3");
            if (isSigned) {
                ChunkSigner chunks = signer.signChunks(request, credentials, time);
                body = body.signedBy(chunks);
            } else {
                signer.sign(request, credentials, time);
            }
            for (String header : List.of(
                    "Content-Encoding",
                    "x-amz-trailer",
                    "x-amz-decoded-content-length",
                    "x-amz-content-sha256",
                    "Authorization")) {
                assertThat(request.headers().first(header))
                        .as(name + " " + header)
                        .isEqualTo(header(signed, header));
            }
            assertThat(body.size()).as(name).isEqualTo(Long.parseLong(header(signed, "Content-Length")));
            byte[] expected;
            try (InputStream stream = theirs.payload().orElseThrow().newStream()) {
                expected = stream.readAllBytes();
            }
            assertThat(body.toByteArray()).as(name).isEqualTo(expected);
        }
    }

    private static String header(SdkHttpRequest request, String name) {
        return request.firstMatchingHeader(name).orElseThrow();
    }

    private static SignedRequest sign(
            ChecksumAlgorithm algorithm, boolean isSigned, byte[] content, long time, Credentials credentials) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.PUT)
                .protocol(isSigned ? "http" : "https")
                .host("bucket.example.com")
                .encodedPath("/a/key")
                .putHeader("Content-Length", Integer.toString(content.length))
                .build();
        return AwsV4HttpSigner.create()
                .sign(r -> r.identity(
                                AwsCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey()))
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(content))
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, isSigned)
                        .putProperty(AwsV4FamilyHttpSigner.CHUNK_ENCODING_ENABLED, true)
                        .putProperty(AwsV4FamilyHttpSigner.CHECKSUM_ALGORITHM, THEIRS.get(algorithm))
                        .putProperty(
                                HttpSigner.SIGNING_CLOCK, Clock.fixed(Instant.ofEpochMilli(time), ZoneOffset.UTC)));
    }
}
