package dev.whittle.runtime.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.http.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree hash, compared with the published algorithm done step by step. */
class TreeHashTest {
    private static final int MIB = 1024 * 1024;

    @TempDir
    private Path folder;

    /** Hash each MiB; then hash the hashes in pairs, and take a last one without a partner as it is; until one is left. */
    private static String expected(byte[] bytes) {
        List<byte[]> level = new ArrayList<>();
        for (int at = 0; at < bytes.length || at == 0; at += MIB) {
            level.add(sha256(Arrays.copyOfRange(bytes, at, Math.min(at + MIB, bytes.length))));
        }
        while (level.size() > 1) {
            List<byte[]> next = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                next.add(i + 1 == level.size() ? level.get(i) : sha256(level.get(i), level.get(i + 1)));
            }
            level = next;
        }
        return HexFormat.of().formatHex(level.get(0));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MIB - 1, MIB, MIB + 1, 2 * MIB, 2 * MIB + 1, 3 * MIB - 1, 3 * MIB, 4 * MIB, 7 * MIB + 5})
    void isThatOfTheAlgorithm(int size) {
        byte[] bytes = random(size, size);
        TreeHash hash = TreeHash.of(RequestBody.of(bytes));
        assertThat(hash.value()).isEqualTo(expected(bytes));
        assertThat(hash.contentHash()).isEqualTo(HexFormat.of().formatHex(sha256(bytes)));
        assertThat(hash).hasToString(hash.value());
    }

    /** With 13 pieces, three subtrees are left at the end. */
    @Test
    void isTheSameForAnyPieces() {
        long seed = 13;
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            byte[] bytes = random(random.nextInt(13 * MIB), seed + round);
            RequestBody inPieces = RequestBody.repeatable(() -> new Pieces(bytes, random), bytes.length);
            assertThat(TreeHash.of(inPieces).value())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected(bytes));
        }
    }

    @Test
    void aDigestCanBeUsedAgain() {
        TreeDigest digest = new TreeDigest();
        byte[] bytes = random(3 * MIB, 3);
        digest.update(random(5 * MIB + 1, 5));
        digest.reset();
        digest.update(bytes);
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(expected(bytes));
        digest.update((byte) 7);
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(expected(new byte[] {7}));
    }

    @Test
    void takesTheBytesOfAFile() throws IOException {
        Path file = folder.resolve("archive");
        byte[] bytes = random(2 * MIB + 3, 2);
        Files.write(file, bytes);
        assertThat(TreeHash.of(RequestBody.of(file)).value()).isEqualTo(expected(bytes));
    }

    /** One piece is its own tree. */
    @Test
    void ofOnePieceIsItsHash() {
        TreeHash hash = TreeHash.of(RequestBody.utf8("hello world"));
        assertThat(hash.value())
                .isEqualTo("b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9")
                .isEqualTo(hash.contentHash());
    }

    @Test
    void aBodyThatCannotBeReadFails() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("secret".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("disk gone");
                    }
                });
        assertThatThrownBy(() -> TreeHash.of(RequestBody.of(broken)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the body of the request cannot be hashed: disk gone");
    }

    /** Gives out few bytes at a time, however many are wanted. */
    private static final class Pieces extends ByteArrayInputStream {
        private final Random random;

        Pieces(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(32 * 1024)));
        }
    }
}
