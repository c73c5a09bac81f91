package dev.whittle.runtime.codec;

import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.internal.Buffers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a body as far as they have been received, and the place that reading has come to. A buffer is borrowed
 * until {@link #close}; only one that had to grow, for a string longer than it, is not given back.
 */
abstract class CodecInput {
    static final int MAX_STRING = 100_000_000;
    static final int MAX_NAME = 50_000;

    private static final int MAX_DEPTH = 500;
    private static final int MAX_PLACE = 200;

    /** How many names one body may add to the table, so that one with keys of its own does not drive out all others. */
    private static final int NEW_NAMES = 64;

    /** What has been received and not been dropped yet. */
    byte[] bytes;

    /** Index of the next byte to read. */
    int position;

    /** Index behind the last byte received. */
    int limit;

    /** How many maps and arrays have been entered and not been left. */
    int depth;

    // For each of these levels: whether it is a map, its latest name, and how many members or elements have begun.
    boolean[] maps = new boolean[8];
    private boolean[] hidden = new boolean[8];

    @Nullable
    String[] names = new String[8];

    int[] counts = new int[8];

    private final @Nullable InputStream source;
    private long dropped;
    private boolean ended;
    private int newNames;

    CodecInput(InputStream source) {
        this.source = source;
        this.bytes = Buffers.CODEC.take();
    }

    CodecInput(byte[] whole) {
        this.source = null;
        this.bytes = whole;
        this.limit = whole.length;
        this.ended = true;
    }

    /**
     * Receives more bytes, or says that there are none. All bytes from {@code keep} on are kept, and are moved to the
     * buffer's beginning: what was at {@code keep} is at 0 then.
     */
    final boolean receive(int keep) {
        if (ended || source == null) {
            return false;
        }
        int kept = limit - keep;
        if (kept == bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L));
        } else if (keep > 0) {
            System.arraycopy(bytes, keep, bytes, 0, kept);
        }
        dropped += keep;
        position -= keep;
        limit = kept;
        try {
            int count;
            do {
                count = source.read(bytes, limit, bytes.length - limit);
            } while (count == 0);
            ended = count < 0;
            limit += Math.max(count, 0);
            return !ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some bytes and all that have not been read behind them, but no more than a limit. */
    final byte[] rest(byte[] before, int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before);
        do {
            out.write(bytes, position, Math.min(limit - position, Math.max(most - out.size(), 0)));
            position = limit;
        } while (out.size() < most && receive(position));
        return out.toByteArray();
    }

    /** Reads the next byte, where the body cannot end. */
    final byte raw() {
        if (position == limit && !receive(position)) {
            throw cutOff();
        }
        return bytes[position++];
    }

    /** Reads the next byte that is no white space; -1 at the end. */
    final int significant() {
        do {
            while (position < limit) {
                byte b = bytes[position++];
                if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                    return b & 0xFF;
                }
            }
        } while (receive(position));
        return -1;
    }

    /** Like {@link #significant}, where the text cannot end. */
    final int required() {
        int b = significant();
        if (b < 0) {
            throw cutOff();
        }
        return b;
    }

    /** Some services begin with a byte order mark, which says nothing here. */
    final int afterMark(int first) {
        return first == 0xEF && raw() == (byte) 0xBB && raw() == (byte) 0xBF ? significant() : first;
    }

    /** Enters a map or an array. */
    final void enter(boolean isMap) {
        if (depth == MAX_DEPTH) {
            throw tooLarge("a nesting depth of more than " + MAX_DEPTH);
        }
        if (++depth == maps.length) {
            maps = Arrays.copyOf(maps, depth * 2);
            hidden = Arrays.copyOf(hidden, depth * 2);
            names = Arrays.copyOf(names, depth * 2);
            counts = Arrays.copyOf(counts, depth * 2);
        }
        maps[depth] = isMap;
        hidden[depth] = false;
        names[depth] = null;
        counts[depth] = 0;
    }

    /** Leaves the names of the map that has just been entered out of messages. */
    final void hideNames() {
        hidden[depth] = true;
    }

    /** The name between two places of the buffer, all ASCII, which is not known; the hash is that of {@link KnownNames}. */
    final String newName(int from, int to, int hash) {
        checkLength(to - from, MAX_NAME);
        String name = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (newNames < NEW_NAMES && to - from <= KnownNames.LONGEST) {
            newNames++;
            // The very string that generated code compares it with.
            name = name.intern();
            KnownNames.add(Arrays.copyOfRange(bytes, from, to), hash, name);
        }
        return name;
    }

    /** The text between two places of the buffer; {@link #position} is moved to what is not UTF-8. */
    final String utf8(int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            // It stands for what is malformed, or for itself.
            ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
            CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(to - from), true);
            if (result.isError()) {
                position = in.position() + 1;
                throw broken();
            }
        }
        return text;
    }

    final void checkLength(long length, int max) {
        if (length > max) {
            throw tooLarge("a string of more than " + max + " bytes");
        }
    }

    /** The exception for a body that breaks the grammar at the byte before {@link #position}. */
    final MalformedResponseException broken() {
        return new MalformedResponseException(
                place() + " is not valid " + format() + ", at byte " + (dropped + Math.max(position, 1)), null);
    }

    /** The exception for a body that is cut off. */
    final MalformedResponseException cutOff() {
        return new MalformedResponseException("the body ends early, at " + place(), null);
    }

    /** The exception for a body that is larger than anything a service means. */
    final MalformedResponseException tooLarge(String what) {
        return new MalformedResponseException(place() + " exceeds a limit: " + what, null);
    }

    /** The name of the format, for messages. */
    abstract String format();

    /**
     * A JSON pointer, RFC 6901, to the current value, with stars in place of the keys of maps; of one that is nested very
     * deep only the beginning.
     */
    final String place() {
        StringBuilder pointer = new StringBuilder();
        for (int level = 1; level <= depth && pointer.length() <= MAX_PLACE; level++) {
            String name = names[level];
            if (!maps[level]) {
                if (counts[level] > 0) {
                    pointer.append('/').append(counts[level] - 1);
                }
            } else if (name != null) {
                pointer.append('/')
                        .append(hidden[level] ? "*" : name.replace("~", "~0").replace("/", "~1"));
            }
        }
        if (pointer.length() > MAX_PLACE) {
            pointer.setLength(MAX_PLACE);
            pointer.append('…');
        }
        return pointer.isEmpty() ? "the body" : pointer.toString();
    }

    final void close() {
        if (source != null) {
            Buffers.CODEC.give(bytes);
        }
        bytes = new byte[0];
        position = 0;
        limit = 0;
        ended = true;
    }
}
