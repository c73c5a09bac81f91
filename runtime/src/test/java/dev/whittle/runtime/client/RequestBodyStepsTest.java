package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to a body between its operation and its signature. */
class RequestBodyStepsTest {
    @TempDir
    private Path home;

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
        "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES,2147483647,20000,false",
        "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES,2147483648,20000,false",
        "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES,99999999999999999999,20000,false",
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

    private TestClient withProfile(String properties) throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), "[default]\n" + properties);
        TestClient client = TestClient.with(transport);
        client.settings.put("env HOME", home.toString());
        return client;
    }

    private boolean isCompressed(TestClient client, int size) {
        HttpRequest request = sent(client, putting("x".repeat(size)).compressible());
        return request.headers().first("Content-Encoding") != null;
    }

    @Test
    void theProfileAndPropertiesHaveASayInCompression() throws IOException {
        assertThat(isCompressed(withProfile("disable_request_compression = true"), 20_000))
                .isFalse();
        assertThat(isCompressed(withProfile("request_min_compression_size_bytes = 6"), 5))
                .isFalse();
        TestClient client = withProfile("request_min_compression_size_bytes = 5");
        assertThat(isCompressed(client, 5)).isTrue();
        client.settings.put("env AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "6");
        assertThat(isCompressed(client, 5)).isFalse();
        client.settings.put("aws.requestMinCompressionSizeBytes", "4");
        assertThat(isCompressed(client, 5)).isTrue();
        client.settings.put("aws.disableRequestCompression", "TRUE");
        assertThat(isCompressed(client, 5)).isFalse();
        for (String wrong : List.of("-1", "1.5", "0x10", "5 KB")) {
            assertThatThrownBy(() -> isCompressed(withProfile("request_min_compression_size_bytes = " + wrong), 5))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("request_min_compression_size_bytes of the profile is '" + wrong
                            + "', expected a number of bytes");
        }
    }

    private TestOperation optionallyChecked(String chosen) {
        return TestOperation.writing((input, out) -> {
                    out.path("/").body("text/plain", "x");
                    if (chosen != null) {
                        out.header("X-Algorithm", chosen);
                    }
                })
                .checksum(ChecksumAlgorithm.CRC32)
                .optional()
                .namedIn("X-Algorithm");
    }

    @ParameterizedTest
    @CsvSource({
        ",,,true",
        "when_supported,,,true",
        "WHEN_REQUIRED,,,false",
        ",when_required,,false",
        "when_supported,when_required,,true",
        ",,when_required,false",
        ",when_supported,when_required,true",
    })
    void aChecksumOfARequestMayBeLeftOutWhereItIsNotRequired(
            String property, String variable, String profile, boolean isSent) throws IOException {
        TestClient client = withProfile(profile == null ? "" : "request_checksum_calculation = " + profile);
        if (property != null) {
            client.settings.put("aws.requestChecksumCalculation", property);
        }
        if (variable != null) {
            client.settings.put("env AWS_REQUEST_CHECKSUM_CALCULATION", variable);
        }
        String header = "x-amz-checksum-crc32";
        HttpRequest sent = sent(client, optionallyChecked(null));
        assertThat(sent.headers().first(header) != null).isEqualTo(isSent);
        assertThat(sent.headers().first("X-Algorithm") != null).isEqualTo(isSent);
        assertThat(sent(client, optionallyChecked("CRC32")).headers().first(header) != null)
                .as("chosen by the caller")
                .isTrue();
        assertThat(sent(client, putting("x").checksum(ChecksumAlgorithm.CRC32))
                                .headers()
                                .first(header)
                        != null)
                .as("required")
                .isTrue();
    }

    private TestOperation responded(String mode) {
        return TestOperation.writing((input, out) -> {
                    out.path("/");
                    out.header("X-Mode", mode);
                })
                .responseChecksums(ChecksumAlgorithm.CRC32)
                .askedIn("X-Mode");
    }

    @ParameterizedTest
    @CsvSource({
        ",,,ENABLED",
        "when_supported,,,ENABLED",
        "when_required,,,",
        ",when_required,,",
        ",,when_required,",
        "when_supported,when_required,when_required,ENABLED",
        "when_required,,ENABLED,ENABLED",
    })
    void aChecksumOfAResponseMayBeIgnoredWhereTheCallerDoesNotAskForIt(
            String property, String variable, String third, String expected) throws IOException {
        String mode = "ENABLED".equals(third) ? third : null;
        TestClient client = withProfile(third == null || mode != null ? "" : "response_checksum_validation = " + third);
        if (property != null) {
            client.settings.put("aws.responseChecksumValidation", property);
        }
        if (variable != null) {
            client.settings.put("env AWS_RESPONSE_CHECKSUM_VALIDATION", variable);
        }
        transport.body = "damaged";
        transport.headers.set("x-amz-checksum-crc32", "AAAAAA==");
        Throwable thrown = catchThrowable(() -> sent(client, responded(mode)));
        assertThat(transport.last().headers().first("X-Mode")).isEqualTo(expected);
        if (expected == null) {
            assertThat(thrown).isNull();
        } else {
            assertThat(thrown).isInstanceOf(MalformedResponseException.class).hasMessageContaining("checksum");
        }
    }

    @Test
    void aSettingForChecksumsThatIsNoneIsAnError() throws IOException {
        TestClient client = withProfile("request_checksum_calculation = never");
        assertThatThrownBy(() -> sent(client, optionallyChecked(null)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("request_checksum_calculation of the profile is 'never', expected when_supported or"
                        + " when_required");
        assertThat(sent(client, putting("x")))
                .as("asked for only where it counts")
                .isNotNull();
    }
}
