package dev.whittle.runtime.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.http.RequestBody;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChecksumAlgorithmTest {
    /** The check values that the catalogues of CRCs and FIPS 180 have for these nine digits. */
    @ParameterizedTest
    @CsvSource({
        "CRC32,cbf43926,x-amz-checksum-crc32",
        "CRC32C,e3069283,x-amz-checksum-crc32c",
        "CRC64NVME,ae8b14860a799888,x-amz-checksum-crc64nvme",
        "SHA1,f7c3bc1d808e04732adf679965ccc34ca7ae3441,x-amz-checksum-sha1",
        "SHA256,15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225,x-amz-checksum-sha256",
    })
    void knownBytesHaveKnownChecksums(ChecksumAlgorithm algorithm, String hex, String header) {
        byte[] bytes = "-123456789-".getBytes(StandardCharsets.US_ASCII);
        byte[] expected = HexFormat.of().parseHex(hex);
        assertThat(algorithm.of(RequestBody.unsafe(bytes, 1, 9)))
                .isEqualTo(Base64.getEncoder().encodeToString(expected));
        assertThat(algorithm.header()).isEqualTo(header);
    }

    @ParameterizedTest
    @EnumSource
    void checksumsAreTheSameInAnyPieces(ChecksumAlgorithm algorithm) {
        long seed = 65;
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            byte[] bytes = new byte[random.nextInt(1000)];
            random.nextBytes(bytes);
            RunningChecksum running = new RunningChecksum(algorithm);
            for (int at = 0, count; at < bytes.length; at += count) {
                count = random.nextInt(bytes.length - at + 1);
                running.update(bytes, at, count);
            }
            assertThat(running.value())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(algorithm.of(RequestBody.unsafe(bytes, 0, bytes.length)));
        }
    }

    @Test
    void crc64IsTheSameInAnyPieces() {
        long seed = 64;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);
            Crc64Nvme whole = new Crc64Nvme();
            whole.update(bytes, 0, bytes.length);
            Crc64Nvme single = new Crc64Nvme();
            for (byte b : bytes) {
                single.update(b);
            }
            int cut = random.nextInt(bytes.length + 1);
            Crc64Nvme pieces = new Crc64Nvme();
            pieces.update(1);
            pieces.reset();
            pieces.update(bytes, 0, cut);
            pieces.update(bytes, cut, bytes.length - cut);
            assertThat(whole.getValue())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(single.getValue())
                    .isEqualTo(pieces.getValue());
        }
    }
}
