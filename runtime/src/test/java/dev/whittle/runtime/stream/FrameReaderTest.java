package dev.whittle.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.error.MalformedResponseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    private static final int LIMIT = FrameReader.MAX_MESSAGE_SIZE;

    /** The bytes that the test vectors of AWS have for it. */
    @Test
    void anEmptyMessageIsOne() throws IOException {
        byte[] bytes = message(new byte[0], new byte[0]);
        assertThat(bytes).isEqualTo(new byte[] {
            0, 0, 0, 16, 0, 0, 0, 0, 5, (byte) 0xc2, 0x48, (byte) 0xeb, 0x7d, (byte) 0x98, (byte) 0xc8, (byte) 0xff
        });
        Frame frame = read(bytes);
        assertThat(frame.headers()).isEmpty();
        assertThat(frame.payload()).isEmpty();
    }

    @Test
    void aStreamWithoutBytesHasNoMessages() throws IOException {
        assertThat(reader(new byte[0]).next()).isNull();
    }

    @Test
    void aMessageThatIsCutOffAnywhereIsNeitherAMessageNorTheEnd() throws IOException {
        byte[] whole = message(header("é", 7, 0, 2, 'o', 'k'), new byte[] {1, 2, 3});
        byte[] two = Arrays.copyOf(whole, 2 * whole.length);
        System.arraycopy(whole, 0, two, whole.length, whole.length);
        for (int size = whole.length + 1; size < two.length; size++) {
            FrameReader reader = reader(Arrays.copyOf(two, size));
            assertThat(reader.next()).isNotNull();
            assertThatThrownBy(reader::next)
                    .as("%d bytes of %d", size - whole.length, whole.length)
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessage("message 2 of the event stream is cut off by the end of the body");
        }
    }

    @Test
    void noBitOfAMessageCanBeChanged() {
        byte[] whole = message(header("name", 7, 0, 2, 'o', 'k'), new byte[] {1, 2, 3});
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> reader(damaged).next())
                    .as("bit %d", bit)
                    .isInstanceOf(MalformedResponseException.class);
        }
    }

    /** With checksums that are right, damage may make another message, but nothing else than a message or its refusal. */
    @Test
    void damageIsDetected() throws IOException {
        long seed = 7;
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] headers = header("a", 5, 1, 2, 3, 4, 5, 6, 7, 8);
            byte[] payload = new byte[random.nextInt(64)];
            random.nextBytes(payload);
            byte[] damaged = message(headers, payload);
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            }
            if (Arrays.equals(damaged, message(headers, payload))) {
                continue;
            }
            boolean isRepaired = random.nextBoolean();
            if (isRepaired) {
                repair(damaged);
            }
            try {
                Frame frame = reader(damaged).next();
                assertThat(isRepaired)
                        .as("seed %d, round %d: accepted", seed, round)
                        .isTrue();
                assertThat(frame).isNotNull();
            } catch (MalformedResponseException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(10_000);
    }

    @Test
    void lengthsMustFitEachOther() {
        for (int[] lengths :
                new int[][] {{0, 0}, {15, 0}, {16, 1}, {16, -1}, {-1, 0}, {20, 5}, {Integer.MIN_VALUE, 0}}) {
            assertThatThrownBy(() -> reader(prelude(lengths[0], lengths[1])).next())
                    .as("%d and %d", lengths[0], lengths[1])
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessage("message 1 of the event stream has lengths that do not fit each other");
        }
    }

    @Test
    void lengthsHaveLimits() {
        assertThatThrownBy(() -> reader(prelude(LIMIT + 1, 0)).next())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("message 1 of the event stream has 25165825 bytes, more than the limit of 25165824");
        assertThatThrownBy(() -> reader(prelude(1_000_000, 128 * 1024 + 1)).next())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("message 1 of the event stream has headers of 131073 bytes, more than the limit of 131072");
        byte[] bytes = message(new byte[0], new byte[85]);
        assertThatThrownBy(() -> new FrameReader(new ByteArrayInputStream(bytes), 100).next())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("message 1 of the event stream has 101 bytes, more than the limit of 100");
    }

    @Test
    void theLargestMessageIsRead() throws IOException {
        byte[] payload = new byte[LIMIT - FrameReader.SMALLEST];
        new Random(1).nextBytes(payload);
        byte[] bytes = message(new byte[0], payload);
        assertThat(bytes).hasSize(LIMIT);
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(bytes);
        two.write(message(new byte[0], new byte[] {1}));
        FrameReader reader = reader(two.toByteArray());
        assertThat(reader.next().payload()).isEqualTo(payload);
        assertThat(reader.next().payload()).containsExactly(1);
        assertThat(reader.next()).isNull();
    }

    /** A message that claims to be large gets no memory for it before its bytes are there. */
    @Test
    void theBufferGrowsWithWhatIsReceived() {
        int[] largest = {0};
        int[] received = {0};
        byte[] prelude = prelude(LIMIT, 0);
        InputStream in = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read one by one");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                largest[0] = Math.max(largest[0], target.length);
                if (received[0] > 0) {
                    return -1;
                }
                System.arraycopy(prelude, 0, target, offset, prelude.length);
                received[0] = prelude.length;
                return prelude.length;
            }
        };
        assertThatThrownBy(() -> new FrameReader(in, LIMIT).next()).isInstanceOf(MalformedResponseException.class);
        assertThat(largest[0]).isLessThan(20_000);
    }

    @Test
    void headersHaveOneValue() {
        byte[] one = header("name", 0);
        byte[] two = Arrays.copyOf(one, one.length * 2);
        System.arraycopy(one, 0, two, one.length, one.length);
        assertThatRefused(two, "has two headers of the same name");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 127, 128, 255})
    void headersHaveAKnownType(int type) {
        byte[] unknown = Arrays.copyOf(header("name", type), 40);
        assertThatRefused(unknown, "has a header of the unknown type " + (byte) type);
    }

    @Test
    void headersHaveANameInUtf8() {
        assertThatRefused(new byte[] {0, 0}, "has a header without a name");
        assertThatRefused(new byte[] {1, (byte) 0x80, 0}, "has a header that is not UTF-8");
        assertThatRefused(new byte[] {2, (byte) 0xC0, (byte) 0x80, 0}, "has a header that is not UTF-8");
        assertThatRefused(new byte[] {3, (byte) 0xED, (byte) 0xA0, (byte) 0x80, 0}, "has a header that is not UTF-8");
        assertThatRefused(header("a", 7, 0, 1, 0xFF), "has a header that is not UTF-8");
    }

    @Test
    void headersEndWhereTheyShould() {
        byte[][] all = {
            header("a", 2, 1),
            header("a", 3, 1, 2),
            header("a", 4, 1, 2, 3, 4),
            header("a", 5, 1, 2, 3, 4, 5, 6, 7, 8),
            header("a", 6, 0, 2, 1, 2),
            header("a", 7, 0, 2, 'a', 'b'),
            header("a", 8, 1, 2, 3, 4, 5, 6, 7, 8),
            header("a", 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
            header("name", 0),
        };
        for (byte[] headers : all) {
            for (int size = 1; size < headers.length; size++) {
                assertThatRefused(Arrays.copyOf(headers, size), "has a header that is cut off");
            }
        }
    }

    /** So many names that comparing each with each would take minutes. */
    @Test
    void manyHeadersAreRead() throws IOException {
        ByteBuffer headers = ByteBuffer.allocate(FrameReader.MAX_HEADERS_SIZE);
        for (int i = 0; headers.remaining() >= 5; i++) {
            headers.put((byte) 3).put((byte) (' ' + i % 90)).put((byte) (' ' + i / 90 % 90));
            headers.put((byte) (' ' + i / 8100)).put((byte) 0);
        }
        byte[] bytes = message(Arrays.copyOf(headers.array(), headers.position()), new byte[0]);
        assertThat(read(bytes).headers()).hasSize(FrameReader.MAX_HEADERS_SIZE / 5);
    }

    @Test
    void failuresOfTheBodyAreItsOwn() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        };
        assertThatThrownBy(() -> new FrameReader(broken, LIMIT).next())
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
    }

    private static void assertThatRefused(byte[] headers, String fault) {
        assertThatThrownBy(() -> read(message(headers, new byte[] {1, 2, 3})))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("message 1 of the event stream " + fault);
    }

    private static Frame read(byte[] bytes) throws IOException {
        FrameReader reader = reader(bytes);
        Frame frame = reader.next();
        assertThat(reader.next()).isNull();
        return frame;
    }

    private static FrameReader reader(byte[] bytes) {
        return new FrameReader(new ByteArrayInputStream(bytes), LIMIT);
    }

    private static byte[] header(String name, int type, int... value) {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(encoded.length + 2 + value.length);
        buffer.put((byte) encoded.length).put(encoded).put((byte) type);
        for (int b : value) {
            buffer.put((byte) b);
        }
        return buffer.array();
    }

    private static byte[] prelude(int total, int headers) {
        ByteBuffer buffer = ByteBuffer.allocate(12).putInt(total).putInt(headers);
        CRC32 crc = new CRC32();
        crc.update(buffer.array(), 0, 8);
        return buffer.putInt((int) crc.getValue()).array();
    }

    static byte[] message(byte[] headers, byte[] payload) {
        int size = headers.length + payload.length + 16;
        ByteBuffer buffer = ByteBuffer.allocate(size);
        buffer.put(prelude(size, headers.length)).put(headers).put(payload).putInt(0);
        repair(buffer.array());
        return buffer.array();
    }

    /** Sets both checksums right. */
    private static void repair(byte[] message) {
        CRC32 crc = new CRC32();
        crc.update(message, 0, 8);
        ByteBuffer.wrap(message).putInt(8, (int) crc.getValue());
        crc.reset();
        crc.update(message, 0, message.length - 4);
        ByteBuffer.wrap(message).putInt(message.length - 4, (int) crc.getValue());
    }
}
