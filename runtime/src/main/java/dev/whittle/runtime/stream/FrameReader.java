package dev.whittle.runtime.stream;

import dev.whittle.runtime.error.MalformedResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of the format {@code application/vnd.amazon.eventstream}. Its buffer grows only with what is received,
 * whatever length a message claims to have.
 *
 * @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon Event Stream Specification</a>
 */
final class FrameReader {
    /** The most bytes of a message. */
    static final int MAX_MESSAGE_SIZE = 24 * 1024 * 1024;

    /** The most bytes of the headers of a message. */
    static final int MAX_HEADERS_SIZE = 128 * 1024;

    /** Two lengths and their checksum. */
    static final int PRELUDE = 12;

    /** The bytes of a message without headers and payload: the prelude, and the checksum of the message. */
    static final int SMALLEST = PRELUDE + 4;

    /** A buffer that a large message made larger than this is not kept. */
    private static final int KEPT_CAPACITY = 64 * 1024;

    private static final int FIRST_CAPACITY = 8 * 1024;

    private final InputStream in;
    private final int maxSize;
    private final CRC32 crc = new CRC32();
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int position;
    private int limit;
    private long number;

    FrameReader(InputStream in, int maxSize) {
        this.in = in;
        this.maxSize = maxSize;
    }

    /**
     * The next message; null if the stream ends between two messages.
     *
     * @throws IOException if the stream fails
     * @throws MalformedResponseException if the bytes are no message; nothing can be read then
     */
    @Nullable
    Frame next() throws IOException {
        if (!receive(1)) {
            return null;
        }
        number++;
        if (!receive(PRELUDE)) {
            throw cutOff();
        }
        int total = integer(position);
        int headersSize = integer(position + 4);
        if (checksum(PRELUDE - 4) != integer(position + PRELUDE - 4)) {
            throw fault("has a wrong checksum of its lengths");
        }
        if (total < SMALLEST || headersSize < 0 || headersSize > total - SMALLEST) {
            throw fault("has lengths that do not fit each other");
        }
        if (total > maxSize) {
            throw fault("has " + total + " bytes, more than the limit of " + maxSize);
        }
        if (headersSize > MAX_HEADERS_SIZE) {
            throw fault("has headers of " + headersSize + " bytes, more than the limit of " + MAX_HEADERS_SIZE);
        }
        if (!receive(total)) {
            throw cutOff();
        }
        int end = position + total - 4;
        if (checksum(total - 4) != integer(end)) {
            throw fault("has a wrong checksum");
        }
        int payload = position + PRELUDE + headersSize;
        Map<String, Object> headers = headers(position + PRELUDE, payload);
        Frame frame = new Frame(number, headers, Arrays.copyOfRange(bytes, payload, end));
        position += total;
        if (position == limit && bytes.length > KEPT_CAPACITY) {
            bytes = new byte[FIRST_CAPACITY];
            position = 0;
            limit = 0;
        }
        return frame;
    }

    /** Receives until so many bytes are there; false if the stream ends before. */
    private boolean receive(int count) throws IOException {
        while (limit - position < count) {
            if (bytes.length - position < count) {
                makeRoom(count);
            }
            int received = in.read(bytes, limit, bytes.length - limit);
            if (received < 0) {
                return false;
            }
            limit += received;
        }
        return true;
    }

    private void makeRoom(int count) {
        if (position > 0) {
            System.arraycopy(bytes, position, bytes, 0, limit - position);
            limit -= position;
            position = 0;
        }
        if (limit == bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(count, bytes.length * 2L));
        }
    }

    private int checksum(int length) {
        crc.reset();
        crc.update(bytes, position, length);
        return (int) crc.getValue();
    }

    private Map<String, Object> headers(int start, int end) {
        Map<String, Object> headers = new HashMap<>();
        int at = start;
        while (at < end) {
            int nameSize = bytes[at++] & 0xFF;
            if (nameSize == 0) {
                throw fault("has a header without a name");
            }
            // The byte behind the name is the type of the value.
            need(at, nameSize + 1, end);
            String name = text(at, nameSize);
            at += nameSize;
            int type = bytes[at++];
            int size = valueSize(type, at, end);
            at += isVariable(type) ? 2 : 0;
            need(at, size, end);
            if (headers.put(name, value(type, at, size)) != null) {
                throw fault("has two headers of the same name");
            }
            at += size;
        }
        return headers;
    }

    private void need(int at, int count, int end) {
        if (count > end - at) {
            throw fault("has a header that is cut off");
        }
    }

    private static boolean isVariable(int type) {
        return type == HeaderType.BYTES || type == HeaderType.STRING;
    }

    private int valueSize(int type, int at, int end) {
        if (isVariable(type)) {
            need(at, 2, end);
            return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
        }
        int size = HeaderType.size(type);
        if (size < 0) {
            throw fault("has a header of the unknown type " + type);
        }
        return size;
    }

    private Object value(int type, int at, int size) {
        return switch (type) {
            case HeaderType.TRUE -> true;
            case HeaderType.FALSE -> false;
            case HeaderType.BYTE -> bytes[at];
            case HeaderType.SHORT -> (short) (bytes[at] << 8 | (bytes[at + 1] & 0xFF));
            case HeaderType.INTEGER -> integer(at);
            case HeaderType.LONG -> longInteger(at);
            case HeaderType.BYTES -> Arrays.copyOfRange(bytes, at, at + size);
            case HeaderType.STRING -> text(at, size);
            case HeaderType.TIMESTAMP -> Instant.ofEpochMilli(longInteger(at));
            default -> new UUID(longInteger(at), longInteger(at + 8));
        };
    }

    private int integer(int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
    }

    private long longInteger(int at) {
        return (long) integer(at) << 32 | (integer(at + 4) & 0xFFFF_FFFFL);
    }

    private String text(int at, int size) {
        String text = new String(bytes, at, size, StandardCharsets.UTF_8);
        // The character in place of what is not UTF-8, which a text may also have itself.
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, at, size))
                        .toString();
            } catch (CharacterCodingException e) {
                throw fault("has a header that is not UTF-8");
            }
        }
        return text;
    }

    private MalformedResponseException cutOff() {
        return fault("is cut off by the end of the body");
    }

    private MalformedResponseException fault(String fault) {
        return Frame.fault(number, fault);
    }
}
