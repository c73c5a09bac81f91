package dev.whittle.runtime.codec;

import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.internal.Buffers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a JSON text as far as they have been received, and the place that reading has come to. A buffer is
 * borrowed until {@link #close}; only one that had to grow, for a string longer than it, is not given back.
 */
abstract class JsonInput {
    /** What has been received and not been dropped yet. */
    byte[] bytes;

    /** Index of the next byte to read. */
    int position;

    /** Index behind the last byte received. */
    int limit;

    private final @Nullable InputStream source;
    private long dropped;
    private boolean ended;

    JsonInput(InputStream source) {
        this.source = source;
        this.bytes = Buffers.JSON.take();
    }

    JsonInput(byte[] whole) {
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

    /** Reads the next byte, whatever it is, where the text cannot end. */
    final byte raw() {
        if (position == limit && !receive(position)) {
            throw cutOff();
        }
        return bytes[position++];
    }

    /** The exception for a text that breaks the grammar at the byte before {@link #position}. */
    final MalformedResponseException broken() {
        return new MalformedResponseException(
                place() + " is not valid JSON, at byte " + (dropped + Math.max(position, 1)), null);
    }

    /** The exception for a text that is cut off. */
    final MalformedResponseException cutOff() {
        return new MalformedResponseException("the body ends early, at " + place(), null);
    }

    /** The exception for a text that is larger than anything a service means. */
    final MalformedResponseException tooLarge(String what) {
        return new MalformedResponseException(place() + " exceeds a limit: " + what, null);
    }

    /** Where reading is, for messages. */
    abstract String place();

    final void close() {
        if (source != null) {
            Buffers.JSON.give(bytes);
        }
        bytes = new byte[0];
        position = 0;
        limit = 0;
        ended = true;
    }
}
