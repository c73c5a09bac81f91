package dev.whittle.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestBodyTest {
    private static final byte[] BYTES = new byte[200_000];

    static {
        new Random(1).nextBytes(BYTES);
    }

    @TempDir
    private Path folder;

    private static byte[] written(RequestBody body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.writeTo(out);
        return out.toByteArray();
    }

    private static ByteArrayInputStream stream() {
        return new ByteArrayInputStream(BYTES);
    }

    @Test
    void bodiesHaveTheBytesThatTheyWereMadeOf() throws Exception {
        Path file = Files.write(folder.resolve("body"), BYTES);
        RequestBody[] repeatable = {
            RequestBody.of(BYTES),
            RequestBody.unsafe(BYTES, 0, BYTES.length),
            RequestBody.of(file),
            RequestBody.repeatable(RequestBodyTest::stream, BYTES.length),
            RequestBody.repeatable(RequestBodyTest::stream, -1),
        };
        for (RequestBody body : repeatable) {
            assertThat(body.isRepeatable()).isTrue();
            assertThat(written(body)).isEqualTo(BYTES);
            assertThat(body.toByteArray()).isEqualTo(BYTES);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            body.update(digest);
            assertThat(digest.digest())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(BYTES));
            CRC32 checksum = new CRC32();
            body.update(checksum);
            CRC32 expected = new CRC32();
            expected.update(BYTES);
            assertThat(checksum.getValue()).isEqualTo(expected.getValue());
        }
        assertThat(Arrays.stream(repeatable).mapToLong(RequestBody::size).toArray())
                .containsExactly(BYTES.length, BYTES.length, BYTES.length, BYTES.length, -1);
        assertThat(RequestBody.utf8("ü").toByteArray()).containsExactly(0xC3, 0xBC);
        assertThatThrownBy(() -> RequestBody.utf8("\uD800")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStreamOrChannelIsWrittenOnce() throws IOException {
        RequestBody[] once = {
            RequestBody.of(stream()),
            RequestBody.of(stream(), BYTES.length),
            RequestBody.of(Channels.newChannel(stream())),
            RequestBody.of(Channels.newChannel(stream()), BYTES.length),
        };
        for (RequestBody body : once) {
            assertThat(body.isRepeatable()).isFalse();
            assertThat(written(body)).isEqualTo(BYTES);
            assertThatThrownBy(() -> written(body))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the stream of the request's body was read before, and can be read only once");
        }
        assertThat(written(RequestBody.of(stream(), 3))).containsExactly(BYTES[0], BYTES[1], BYTES[2]);
    }

    @Test
    void streamsAreClosed() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        InputStream watched = new ByteArrayInputStream(BYTES) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        written(RequestBody.of(watched));
        assertThat(closed).hasValue(1);
        written(RequestBody.repeatable(() -> watched, 0));
        assertThat(closed).hasValue(2);
    }

    @Test
    void aFileThatCannotBeReadIsSaidAtOnce() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> RequestBody.of(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the file " + missing + " for the body of a request does not exist");
        assertThatThrownBy(() -> RequestBody.of(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        "the file " + folder + " for the body of a request cannot be read: it is not a regular file");
    }

    @Test
    void aFileThatChangesIsNotSentHalf() throws IOException {
        Path file = Files.write(folder.resolve("body"), new byte[10]);
        RequestBody body = RequestBody.of(file);
        for (int size : new int[] {9, 11}) {
            Files.write(file, new byte[size]);
            assertThatThrownBy(() -> written(body))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the file " + file + " has changed: it had 10 bytes when the body was made");
        }
    }

    @Test
    void whatCannotBeOpenedIsAFailureOfTheBody() {
        RequestBody broken = RequestBody.repeatable(
                () -> {
                    throw new Exception("no");
                },
                1);
        assertThatThrownBy(() -> written(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("the body of the request cannot be opened: java.lang.Exception: no");
        RequestBody none = RequestBody.repeatable(() -> null, 1);
        assertThatThrownBy(() -> written(none))
                .hasMessage("the body of the request cannot be opened: its stream is null");
    }

    @Test
    void sizesAreChecked() {
        assertThatThrownBy(() -> RequestBody.of(stream(), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size must not be negative, but is -1");
        assertThatThrownBy(() -> RequestBody.repeatable(RequestBodyTest::stream, -2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
