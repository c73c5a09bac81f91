package dev.whittle.runtime.stream;

import dev.whittle.runtime.internal.UnwritableException;
import dev.whittle.runtime.internal.Utf8;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;

/** Writes one message of the format {@code application/vnd.amazon.eventstream}: headers, then the payload. */
final class FrameWriter {
    /** The most bytes of a text or of bytes in a header. */
    private static final int MAX_VALUE = Short.MAX_VALUE;

    private final Set<String> names = new HashSet<>();
    private byte[] bytes = new byte[256];
    private int size = FrameReader.PRELUDE;

    FrameWriter header(String name, boolean value) {
        begin(name, value ? HeaderType.TRUE : HeaderType.FALSE);
        return this;
    }

    FrameWriter header(String name, byte value) {
        begin(name, HeaderType.BYTE);
        number(value, 1);
        return this;
    }

    FrameWriter header(String name, short value) {
        begin(name, HeaderType.SHORT);
        number(value, 2);
        return this;
    }

    FrameWriter header(String name, int value) {
        begin(name, HeaderType.INTEGER);
        number(value, 4);
        return this;
    }

    FrameWriter header(String name, long value) {
        begin(name, HeaderType.LONG);
        number(value, 8);
        return this;
    }

    FrameWriter header(String name, byte[] value) {
        begin(name, HeaderType.BYTES);
        variable(name, value);
        return this;
    }

    FrameWriter header(String name, String value) {
        begin(name, HeaderType.STRING);
        variable(name, Utf8.bytes(value));
        return this;
    }

    /** Cuts the time off below a millisecond. */
    FrameWriter header(String name, Instant value) {
        begin(name, HeaderType.TIMESTAMP);
        try {
            number(value.toEpochMilli(), 8);
        } catch (ArithmeticException e) {
            throw UnwritableException.of("the event header '" + name + "' is a timestamp that is out of range");
        }
        return this;
    }

    FrameWriter header(String name, UUID value) {
        begin(name, HeaderType.UUID);
        number(value.getMostSignificantBits(), 8);
        number(value.getLeastSignificantBits(), 8);
        return this;
    }

    private void begin(String name, int type) {
        byte[] encoded = Utf8.bytes(name);
        if (encoded.length == 0 || encoded.length > 255) {
            throw UnwritableException.of(
                    "the name of an event header has " + encoded.length + " bytes, expected 1 to 255");
        }
        if (!names.add(name)) {
            throw UnwritableException.of("the event header '" + name + "' is set twice");
        }
        number(encoded.length, 1);
        add(encoded, 0, encoded.length);
        number(type, 1);
    }

    private void variable(String name, byte[] value) {
        if (value.length > MAX_VALUE) {
            throw UnwritableException.of("the event header '" + name + "' has " + value.length
                    + " bytes, more than the limit of " + MAX_VALUE);
        }
        number(value.length, 2);
        add(value, 0, value.length);
    }

    /** The bytes of the headers so far. */
    byte[] headers() {
        return Arrays.copyOfRange(bytes, FrameReader.PRELUDE, size);
    }

    /**
     * Completes the message, after which nothing can be added.
     *
     * @param maxSize the most bytes that the message may have
     * @return the whole message
     */
    byte[] finish(byte[] payload, int offset, int length, int maxSize) {
        int headersSize = size - FrameReader.PRELUDE;
        if (headersSize > FrameReader.MAX_HEADERS_SIZE) {
            throw UnwritableException.of("the headers of an event have " + headersSize
                    + " bytes, more than the limit of " + FrameReader.MAX_HEADERS_SIZE);
        }
        long total = (long) size + length + 4;
        if (total > maxSize) {
            throw UnwritableException.of("an event has " + total + " bytes, more than the limit of " + maxSize);
        }
        byte[] message = Arrays.copyOf(bytes, (int) total);
        System.arraycopy(payload, offset, message, size, length);
        put(message, 0, (int) total);
        put(message, 4, headersSize);
        CRC32 crc = new CRC32();
        crc.update(message, 0, FrameReader.PRELUDE - 4);
        put(message, FrameReader.PRELUDE - 4, (int) crc.getValue());
        // The checksum of the whole message goes over that of the prelude too.
        crc.update(message, FrameReader.PRELUDE - 4, size + length - (FrameReader.PRELUDE - 4));
        put(message, size + length, (int) crc.getValue());
        return message;
    }

    private static void put(byte[] target, int at, int value) {
        target[at] = (byte) (value >>> 24);
        target[at + 1] = (byte) (value >>> 16);
        target[at + 2] = (byte) (value >>> 8);
        target[at + 3] = (byte) value;
    }

    private void number(long value, int count) {
        ensure(count);
        for (int shift = (count - 1) * 8; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    private void add(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
