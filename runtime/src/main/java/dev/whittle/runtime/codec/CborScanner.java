package dev.whittle.runtime.codec;

import dev.whittle.runtime.internal.ByteSink;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Steps through CBOR, RFC 8949, item by item. Strings are read when they are asked for, and passed over when they are
 * not. What follows the outermost item is not looked at. Tags without a meaning here are passed over.
 */
final class CborScanner extends CodecInput {
    /** Kinds of items. */
    static final int NOT_BEGUN = 0;

    static final int MAP = 1;
    static final int MAP_END = 2;
    static final int ARRAY = 3;
    static final int ARRAY_END = 4;
    static final int NAME = 5;
    static final int TEXT = 6;
    static final int BYTES = 7;
    /** A whole number of at most 64 bits and a sign. */
    static final int INTEGER = 8;
    /** A whole number of any size, which is bytes with a tag. */
    static final int BIG_INTEGER = 9;
    /** A decimal number, which is an array of two whole numbers with a tag. */
    static final int DECIMAL = 10;

    static final int FLOAT = 11;
    static final int TRUE = 12;
    static final int FALSE = 13;
    /** Null, or undefined. */
    static final int NULL = 14;

    static final int END = -1;

    // Major types, the upper three bits of an item's first byte.
    private static final int TYPE_UNSIGNED = 0;
    private static final int TYPE_NEGATIVE = 1;
    private static final int TYPE_BYTES = 2;
    private static final int TYPE_TEXT = 3;
    private static final int TYPE_ARRAY = 4;
    private static final int TYPE_MAP = 5;
    private static final int TYPE_TAG = 6;

    /** Ends what has no length of its own. */
    private static final int BREAK = 0xFF;

    private static final int TAG_BIG = 2;
    private static final int TAG_NEGATIVE_BIG = 3;
    private static final int TAG_DECIMAL = 4;

    /** In place of a length: there is a break at the end. */
    private static final long INDEFINITE = -1;

    private static final int MAX_NUMBER = 1000;

    private int token = NOT_BEGUN;

    // Of a string: whether it has not been read, and its length in bytes.
    private boolean unread;
    private long length;

    // Of a number: what it is made of, and whether it stands for -1 minus that.
    private long bits;
    private boolean negative;
    private double floating;

    /** For each level that has been entered, how many members or elements have not begun. */
    private long[] left = new long[8];

    CborScanner(InputStream source) {
        super(source);
    }

    CborScanner(byte[] whole) {
        super(whole);
    }

    @Override
    String format() {
        return "CBOR";
    }

    /** The kind of the current item. */
    int token() {
        return token;
    }

    /** Goes to the first item, if none has been read. */
    int begin() {
        return token == NOT_BEGUN ? next() : token;
    }

    /** Goes to the next item. */
    int next() {
        passString();
        if (depth == 0) {
            return token == NOT_BEGUN && (position < limit || receive(position)) ? value() : at(END);
        }
        if (maps[depth]) {
            return token == NAME ? value() : nextName() == null ? MAP_END : NAME;
        }
        if (isAtEnd()) {
            return at(ARRAY_END);
        }
        counts[depth]++;
        return value();
    }

    private int at(int kind) {
        token = kind;
        return kind;
    }

    /** Leaves the current map or array if nothing of it is left, else counts one more of it. */
    private boolean isAtEnd() {
        long more = left[depth];
        boolean ended;
        if (more == INDEFINITE) {
            ended = peek() == BREAK;
            position += ended ? 1 : 0;
        } else {
            ended = more == 0;
            left[depth] = more - 1;
        }
        depth -= ended ? 1 : 0;
        return ended;
    }

    private int peek() {
        if (position == limit && !receive(position)) {
            throw cutOff();
        }
        return bytes[position] & 0xFF;
    }

    /** Goes to the next name of the current map and reads it; null at the map's end. */
    @Nullable
    String nextName() {
        if (!beginName()) {
            return null;
        }
        String name = name();
        endName(name);
        return name;
    }

    private boolean beginName() {
        passString();
        if (isAtEnd()) {
            token = MAP_END;
            return false;
        }
        counts[depth]++;
        if (value() != TEXT) {
            throw broken();
        }
        return true;
    }

    private void endName(@Nullable String name) {
        names[depth] = name;
        token = NAME;
    }

    /** Reads a string that names something, and so has probably been read before. */
    private String name() {
        int size = (int) Math.min(length, Integer.MAX_VALUE);
        if (length == INDEFINITE || limit - position < size) {
            checkLength(length, MAX_NAME);
            return checked(string(), MAX_NAME);
        }
        byte[] buffer = bytes;
        int from = position;
        int to = from + size;
        int hash = 0;
        for (int i = from; i < to; i++) {
            byte b = buffer[i];
            if (b < 0) {
                checkLength(size, MAX_NAME);
                return string();
            }
            hash = 31 * hash + b;
        }
        unread = false;
        position = to;
        String known = KnownNames.find(buffer, from, to, hash);
        return known == null ? newName(from, to, hash) : known;
    }

    private String checked(String text, int max) {
        checkLength(text.length(), max);
        return text;
    }

    /** Goes from a name to its value, or to any item that begins here. */
    int value() {
        long tag = INDEFINITE;
        int first = raw() & 0xFF;
        while (first >> 5 == TYPE_TAG) {
            tag = argument(first & 31);
            first = raw() & 0xFF;
        }
        int info = first & 31;
        return switch (first >> 5) {
            case TYPE_UNSIGNED, TYPE_NEGATIVE -> integer(info, first >> 5 == TYPE_NEGATIVE);
            case TYPE_BYTES -> {
                begin(info);
                negative = tag == TAG_NEGATIVE_BIG;
                yield at(negative || tag == TAG_BIG ? BIG_INTEGER : BYTES);
            }
            case TYPE_TEXT -> {
                begin(info);
                yield at(TEXT);
            }
            case TYPE_ARRAY -> {
                enter(false, info);
                yield at(tag == TAG_DECIMAL ? DECIMAL : ARRAY);
            }
            case TYPE_MAP -> {
                enter(true, info);
                yield at(MAP);
            }
            default -> simple(info);
        };
    }

    private int integer(int info, boolean isNegative) {
        bits = argument(info);
        negative = isNegative;
        return at(INTEGER);
    }

    private int simple(int info) {
        return switch (info) {
            case 20 -> at(FALSE);
            case 21 -> at(TRUE);
            case 22, 23 -> at(NULL);
            case 25 -> floating(half((short) big(2)));
            case 26 -> floating(Float.intBitsToFloat((int) big(4)));
            case 27 -> floating(Double.longBitsToDouble(big(8)));
            // A break where nothing can end, or an undefined simple value.
            default -> throw broken();
        };
    }

    private int floating(double value) {
        floating = value;
        return at(FLOAT);
    }

    /** A number of 16 bits, of which five are the exponent. */
    private static double half(short bits) {
        int exponent = (bits >> 10) & 31;
        int fraction = bits & 1023;
        double value = exponent == 0
                ? Math.scalb((double) fraction, -24)
                : exponent == 31
                        ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                        : Math.scalb((double) (1024 + fraction), exponent - 25);
        return bits < 0 ? -value : value;
    }

    /** The number that goes with an item's first byte. */
    private long argument(int info) {
        return switch (info) {
            case 24 -> big(1);
            case 25 -> big(2);
            case 26 -> big(4);
            case 27 -> big(8);
            case 28, 29, 30, 31 -> throw broken();
            default -> info;
        };
    }

    private long big(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (raw() & 0xFF);
        }
        return value;
    }

    /** The length that goes with the first byte of a string, a map or an array. */
    private long length(int info) {
        if (info == 31) {
            return INDEFINITE;
        }
        long value = argument(info);
        if (value < 0) {
            throw tooLarge("a length of more than 63 bits");
        }
        return value;
    }

    private void begin(int info) {
        length = length(info);
        unread = true;
    }

    private void enter(boolean isMap, int info) {
        long size = length(info);
        enter(isMap);
        if (depth >= left.length) {
            left = Arrays.copyOf(left, depth * 2);
        }
        left[depth] = size;
    }

    /** Whether the current number, an {@link #INTEGER}, has at most 64 bits with its sign. */
    boolean isLong() {
        return bits >= 0;
    }

    /** The current number, an {@link #INTEGER} that {@link #isLong}. */
    long longValue() {
        return negative ? ~bits : bits;
    }

    /** The current number, a {@link #FLOAT}. */
    double doubleValue() {
        return floating;
    }

    /** The current number, an {@link #INTEGER} or a {@link #BIG_INTEGER}, which can be had once. */
    BigInteger bigInteger() {
        BigInteger value;
        if (token == INTEGER) {
            value = new BigInteger(1, new byte[] {
                (byte) (bits >> 56),
                (byte) (bits >> 48),
                (byte) (bits >> 40),
                (byte) (bits >> 32),
                (byte) (bits >> 24),
                (byte) (bits >> 16),
                (byte) (bits >> 8),
                (byte) bits
            });
        } else {
            boolean isNegative = negative;
            value = new BigInteger(1, binary(MAX_NUMBER, "a number of more than " + MAX_NUMBER + " bytes"));
            negative = isNegative;
        }
        return negative ? value.not() : value;
    }

    /** Reads the current text, which can be had once. */
    String string() {
        unread = false;
        if (length != INDEFINITE) {
            return text(length, 0);
        }
        StringBuilder text = new StringBuilder();
        for (long chunk = chunk(TYPE_TEXT); chunk != INDEFINITE; chunk = chunk(TYPE_TEXT)) {
            text.append(text(chunk, text.length()));
        }
        return text.toString();
    }

    private String text(long size, int before) {
        checkLength(size + before, MAX_STRING);
        int count = (int) size;
        while (limit - position < count) {
            if (!receive(position)) {
                throw cutOff();
            }
        }
        String text = utf8(position, position + count);
        position += count;
        return text;
    }

    /** Reads the current bytes, which can be had once. */
    byte[] binary() {
        return binary(MAX_STRING, "a string of more than " + MAX_STRING + " bytes");
    }

    private byte[] binary(int max, String limitation) {
        unread = false;
        boolean chunked = length == INDEFINITE;
        ByteSink out = new ByteSink();
        for (long chunk = chunked ? chunk(TYPE_BYTES) : length;
                chunk != INDEFINITE;
                chunk = chunked ? chunk(TYPE_BYTES) : INDEFINITE) {
            if (chunk > max - out.size()) {
                throw tooLarge(limitation);
            }
            copy((int) chunk, out);
        }
        return out.array().length == out.size() ? out.array() : Arrays.copyOf(out.array(), out.size());
    }

    /** What is received decides how much is made room for, not what the body says of itself. */
    private void copy(int count, ByteSink out) {
        int more = count;
        while (more > 0) {
            if (position == limit && !receive(position)) {
                throw cutOff();
            }
            int part = Math.min(more, limit - position);
            out.write(bytes, position, part);
            position += part;
            more -= part;
        }
    }

    /** The length of the next chunk of a string; {@link #INDEFINITE} at its end. */
    private long chunk(int type) {
        int first = raw() & 0xFF;
        if (first == BREAK) {
            return INDEFINITE;
        }
        if (first >> 5 != type || (first & 31) == 31) {
            throw broken();
        }
        return length(first & 31);
    }

    private void passString() {
        if (!unread) {
            return;
        }
        unread = false;
        if (length == INDEFINITE) {
            int type = token == TEXT ? TYPE_TEXT : TYPE_BYTES;
            for (long chunk = chunk(type); chunk != INDEFINITE; chunk = chunk(type)) {
                pass(chunk);
            }
        } else {
            pass(length);
        }
    }

    private void pass(long count) {
        long more = count;
        while (more > limit - position) {
            more -= limit - position;
            position = limit;
            if (!receive(position)) {
                throw cutOff();
            }
        }
        position += (int) more;
    }

    /** Goes to the end of the current item. */
    void skip() {
        passString();
        if (token == MAP || token == ARRAY || token == DECIMAL) {
            int outside = depth - 1;
            while (depth > outside) {
                if (!maps[depth] || token == NAME) {
                    next();
                } else if (beginName()) {
                    passString();
                    endName(null);
                }
            }
        }
    }

    /** What the current item is, in words. */
    String kind() {
        return switch (token) {
            case MAP, MAP_END, NAME -> "a map";
            case ARRAY, ARRAY_END -> "an array";
            case TEXT -> "a string";
            case BYTES -> "bytes";
            case INTEGER, BIG_INTEGER, DECIMAL, FLOAT -> "a number";
            case TRUE, FALSE -> "a boolean";
            case NULL -> "null";
            default -> "missing";
        };
    }
}
