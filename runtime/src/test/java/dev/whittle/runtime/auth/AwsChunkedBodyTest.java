package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AwsChunkedBodyTest {
    private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);

    /** The checksum is the one that the catalogue of CRCs has for these digits. */
    @Test
    void aSmallBodyIsOneChunkAndATrailer() {
        byte[] crc = HexFormat.of().parseHex("ae8b14860a799888");
        assertThat(text(new Pieces(DIGITS), ChecksumAlgorithm.CRC64NVME))
                .isEqualTo("9\r\n123456789\r\n0\r\nx-amz-checksum-crc64nvme:"
                        + Base64.getEncoder().encodeToString(crc) + "\r\n\r\n");
        assertThat(text(RequestBody.empty(), ChecksumAlgorithm.CRC32))
                .isEqualTo("0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n");
    }

    private static String text(RequestBody content, ChecksumAlgorithm algorithm) {
        AwsChunkedBody body = AwsChunkedBody.unsigned(content, algorithm);
        byte[] bytes = body.toByteArray();
        assertThat(body.size()).isEqualTo(bytes.length);
        assertThat(body.isRepeatable()).isTrue();
        assertThat(body.toByteArray()).isEqualTo(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @EnumSource(names = "MD5", mode = EnumSource.Mode.EXCLUDE)
    void theSizeIsKnownBefore(ChecksumAlgorithm algorithm) {
        SigV4Signer signer = new SigV4Signer("us-east-1", "s3");
        for (int size : new int[] {0, 1, 255, 256, 4095, 131071, 131072, 131073, 400_000}) {
            AwsChunkedBody body = AwsChunkedBody.unsigned(new Pieces(new byte[size]), algorithm);
            assertThat(body.toByteArray()).hasSize((int) body.size());
            HttpRequest.Builder request = HttpRequest.builder().origin("http", "localhost");
            AwsChunkedBody signed =
                    body.signedBy(signer.signChunks(request, Credentials.of("id", "secret"), 1_700_000_000_000L));
            assertThat(signed.toByteArray()).hasSize((int) signed.size());
            assertThat(signed.isRepeatable()).isFalse();
        }
    }

    @Test
    void anUnknownSizeStaysUnknown() {
        AwsChunkedBody body = AwsChunkedBody.unsigned(new Pieces(DIGITS, -1, false), ChecksumAlgorithm.SHA256);
        HttpRequest.Builder request = HttpRequest.builder().origin("https", "localhost");
        body.addTo(request);
        assertThat(body.size()).isEqualTo(-1);
        assertThat(body.isRepeatable()).isFalse();
        assertThat(request.body()).isSameAs(body);
        assertThat(request.headers().first("x-amz-decoded-content-length")).isNull();
        assertThat(new String(body.toByteArray(), StandardCharsets.US_ASCII)).startsWith("9\r\n123456789\r\n0\r\n");
    }

    @Test
    void theHeadersDescribeTheBody() {
        HttpRequest.Builder request = HttpRequest.builder().origin("https", "localhost");
        request.headers().add("content-encoding", "gzip");
        for (int attempt = 0; attempt < 2; attempt++) {
            AwsChunkedBody.unsigned(new Pieces(DIGITS), ChecksumAlgorithm.CRC32C)
                    .addTo(request);
        }
        assertThat(request.headers().build().toMap())
                .containsEntry("Content-Encoding", List.of("gzip,aws-chunked"))
                .containsEntry("x-amz-trailer", List.of("x-amz-checksum-crc32c"))
                .containsEntry("x-amz-decoded-content-length", List.of("9"))
                .containsEntry("x-amz-content-sha256", List.of("STREAMING-UNSIGNED-PAYLOAD-TRAILER"))
                .hasSize(4);
    }

    @Test
    void aBodyOfAnotherSizeThanAnnouncedIsNotCompleted() {
        for (long announced : new long[] {8, 10, 0}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(
                            () -> AwsChunkedBody.unsigned(new Pieces(DIGITS, announced, true), ChecksumAlgorithm.CRC32)
                                    .writeTo(out))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the body has 9 bytes, but it announced " + announced);
            assertThat(out.toString(StandardCharsets.US_ASCII)).doesNotContain("x-amz-checksum");
        }
    }

    @Test
    void aLostConnectionIsReported() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("lost");
            }
        };
        assertThatThrownBy(() -> AwsChunkedBody.unsigned(new Pieces(DIGITS), ChecksumAlgorithm.CRC32)
                        .writeTo(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("lost");
    }

    @Test
    void noTrailerHasMd5() {
        assertThatThrownBy(() -> AwsChunkedBody.unsigned(RequestBody.empty(), ChecksumAlgorithm.MD5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a trailer cannot have an MD5 checksum");
    }
}
