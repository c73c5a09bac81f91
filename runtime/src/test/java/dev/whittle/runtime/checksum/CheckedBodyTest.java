package dev.whittle.runtime.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckedBodyTest {
    private static HttpResponse response(byte[] body, String... headersByName) {
        HttpHeaders.Builder headers = HttpHeaders.builder();
        for (int i = 0; i < headersByName.length; i += 2) {
            headers.add(headersByName[i], headersByName[i + 1]);
        }
        return new HttpResponse(200, headers.build(), new ByteArrayInputStream(body));
    }

    private static byte[] readInPieces(InputStream in, Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[50];
        while (true) {
            if (random.nextBoolean()) {
                int one = in.read();
                if (one < 0) {
                    return out.toByteArray();
                }
                out.write(one);
            } else {
                int offset = random.nextInt(10);
                int count = in.read(piece, offset, 1 + random.nextInt(40));
                if (count < 0) {
                    return out.toByteArray();
                }
                out.write(piece, offset, count);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ChecksumAlgorithm.class)
    void passesOnWhatIsRightAndRefusesAnyOther(ChecksumAlgorithm algorithm) throws IOException {
        long seed = 430 + algorithm.ordinal();
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            byte[] bytes = new byte[1 + random.nextInt(300)];
            random.nextBytes(bytes);
            String checksum = algorithm.of(RequestBody.unsafe(bytes, 0, bytes.length));
            HttpResponse good = CheckedBody.of(response(bytes, algorithm.header(), checksum), List.of(algorithm));
            assertThat(readInPieces(good.body(), random))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(bytes);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            HttpResponse bad = CheckedBody.of(response(bytes, algorithm.header(), checksum), List.of(algorithm));
            assertThatThrownBy(() -> readInPieces(bad.body(), random))
                    .as("seed %d, round %d", seed, round)
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageStartingWith("the body's " + algorithm + " checksum is ");
        }
    }

    @Test
    void whatHasNoChecksumToCheckIsLeftAlone() {
        HttpResponse none = response(new byte[1]);
        HttpResponse ofParts = response(new byte[1], "x-amz-checksum-crc32", "AAAAAA==-2");
        List<ChecksumAlgorithm> algorithms = List.of(ChecksumAlgorithm.CRC32);
        assertThat(CheckedBody.of(none, algorithms)).isSameAs(none);
        assertThat(CheckedBody.of(ofParts, algorithms)).isSameAs(ofParts);
    }
}
