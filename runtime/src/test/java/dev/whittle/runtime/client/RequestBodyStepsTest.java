package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to a body between its operation and its signature. */
class RequestBodyStepsTest {
    private static final String LONG = "0123456789".repeat(1024);

    private final FakeTransport transport = new FakeTransport();

    private HttpRequest sent(TestClient client, TestOperation operation) {
        try (CallPipeline pipeline = client.build()) {
            pipeline.call(operation, "", null);
        }
        return transport.last();
    }

    private static TestOperation putting(String body) {
        return TestOperation.writing((input, out) -> out.path("/").body("text/plain", body));
    }

    private static String unzipped(HttpRequest request) throws IOException {
        byte[] bytes = request.body().toByteArray();
        return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aChecksumIsSentAndSigned() {
        HttpRequest request =
                sent(TestClient.with(transport), putting("123456789").checksum(ChecksumAlgorithm.CRC32));
        assertThat(request.headers().joined("x-amz-checksum-crc32")).isEqualTo("y/Q5Jg==");
        assertThat(request.headers().first("Authorization")).contains(";x-amz-checksum-crc32;");
    }

    @Test
    void aRequestWithoutBodyHasTheChecksumOfNothing() {
        HttpRequest request = sent(
                TestClient.with(transport),
                TestOperation.writing((input, out) -> out.path("/")).checksum(ChecksumAlgorithm.CRC64NVME));
        assertThat(request.headers().joined("x-amz-checksum-crc64nvme")).isEqualTo("AAAAAAAAAAA=");
    }

    @Test
    void aChecksumThatTheCallerKnowsIsNotTakenAgain() {
        TestOperation operation = TestOperation.writing((input, out) ->
                        out.path("/").header("X-Amz-Checksum-CRC32", "mine").body("text/plain", "x"))
                .checksum(ChecksumAlgorithm.CRC32);
        HttpRequest request = sent(TestClient.with(transport), operation);
        assertThat(request.headers().joined("x-amz-checksum-crc32")).isEqualTo("mine");
    }

    @Test
    void noOtherChecksumIsAddedToOneThatTheCallerKnows() {
        TestOperation operation = TestOperation.writing((input, out) ->
                        out.path("/").header("x-amz-checksum-sha256", "mine").body("text/plain", "x"))
                .checksum(ChecksumAlgorithm.CRC32)
                .namedIn("x-amz-sdk-checksum-algorithm");
        HttpRequest request = sent(TestClient.with(transport), operation);
        assertThat(request.headers().joined("x-amz-checksum-crc32")).isNull();
        assertThat(request.headers().joined("x-amz-sdk-checksum-algorithm")).isNull();
    }

    @Test
    void theAlgorithmIsNamedUnlessTheInputNamesIt() {
        TestOperation silent = putting("x").checksum(ChecksumAlgorithm.CRC32).namedIn("X-Algorithm");
        assertThat(sent(TestClient.with(transport), silent).headers().joined("X-Algorithm"))
                .isEqualTo("CRC32");
        TestOperation naming = TestOperation.writing((input, out) ->
                        out.path("/").header("x-algorithm", "crc32").body("text/plain", "x"))
                .checksum(ChecksumAlgorithm.CRC32)
                .namedIn("X-Algorithm");
        assertThat(sent(TestClient.with(transport), naming).headers().joined("X-Algorithm"))
                .isEqualTo("crc32");
    }

    @Test
    void longBodiesAreCompressedWhereTheServiceTakesThem() throws IOException {
        HttpRequest request = sent(TestClient.with(transport), putting(LONG).compressible());
        assertThat(request.headers().joined("Content-Encoding")).isEqualTo("gzip");
        assertThat(request.body().size()).isLessThan(1000);
        assertThat(unzipped(request)).isEqualTo(LONG);
        assertThat(sent(TestClient.with(transport), putting(LONG)).headers().first("Content-Encoding"))
                .isNull();
        assertThat(sent(TestClient.with(transport), putting(LONG.substring(1)).compressible())
                        .headers()
                        .first("Content-Encoding"))
                .isNull();
    }

    @Test
    void anEncodingThatIsThereStaysInFront() throws IOException {
        TestOperation operation = TestOperation.writing((input, out) ->
                        out.path("/").header("content-encoding", "custom").body("text/plain", LONG))
                .compressible();
        HttpRequest request = sent(TestClient.with(transport), operation);
        assertThat(request.headers().joined("Content-Encoding")).isEqualTo("custom, gzip");
        assertThat(unzipped(request)).isEqualTo(LONG);
    }

    @Test
    void theChecksumIsThatOfTheCompressedBody() {
        TestOperation operation = putting(LONG).compressible().checksum(ChecksumAlgorithm.SHA256);
        HttpRequest request = sent(TestClient.with(transport), operation);
        assertThat(request.headers().joined("x-amz-checksum-sha256"))
                .isEqualTo(ChecksumAlgorithm.SHA256.of(request.body()));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES,5,5,true",
        "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES,6,5,false",
        "AWS_DISABLE_REQUEST_COMPRESSION,TRUE,20000,false",
        "AWS_DISABLE_REQUEST_COMPRESSION,false,20000,true",
    })
    void theEnvironmentHasASay(String variable, String value, int size, boolean compressed) {
        TestClient client = TestClient.with(transport);
        client.settings.put("env " + variable, value);
        HttpRequest request = sent(client, putting("x".repeat(size)).compressible());
        assertThat(request.headers().first("Content-Encoding") != null).isEqualTo(compressed);
    }

    @Test
    void theBuilderHasTheLastWord() {
        TestClient client = TestClient.with(transport).compressRequestsFrom(Integer.MAX_VALUE);
        client.settings.put("env AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "1");
        assertThat(sent(client, putting(LONG).compressible()).headers().first("Content-Encoding"))
                .isNull();
    }

    @Test
    void aSizeThatIsNoneIsAnError() {
        TestClient client = TestClient.with(transport);
        client.settings.put("env AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "some");
        assertThatThrownBy(() -> sent(client, putting(LONG).compressible()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'some'");
    }
}
