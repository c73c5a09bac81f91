package dev.whittle.runtime.codec;

import dev.whittle.runtime.internal.Dates;
import dev.whittle.runtime.internal.UnwritableException;
import dev.whittle.runtime.shape.Blob;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes members as {@code application/x-www-form-urlencoded}, the way AWS's query protocols have them: each value is a
 * parameter, and its name has the names of all that it is in, such as {@code Tags.member.1.Key}. {@link #start} and
 * {@link #startEntry} add to the name, and {@link #end} takes away what was added last. The methods called {@code
 * property} write a parameter whose name has one part more, or nothing when the value is null; those called {@code value},
 * and those for timestamps, write one with the current name.
 *
 * <p>Names are ASCII and written as they are; values are percent-encoded, all but the unreserved characters of RFC 3986.
 * Every method with text throws {@link IllegalArgumentException} for half of a surrogate pair, and every method {@link
 * java.io.UncheckedIOException} when the stream fails.
 */
public final class FormWriter {
    private static final int MAX_DEPTH = 500;

    private final FormOutput out;

    /** The current name, of which each part ends at the length with its index. */
    private final StringBuilder prefix = new StringBuilder();

    private int[] lengths = new int[8];
    private int depth;
    private boolean separated;
    private @Nullable String member;

    /** Writes to a stream, which has everything after {@link #close}, and stays open. */
    public FormWriter(OutputStream out) {
        this.out = new FormOutput(out);
    }

    /** Hands over what was written, and gives back what was borrowed for writing. */
    public void close() {
        out.close();
    }

    /** The part of a name that was added last, but for the numbers of entries; null before the first. For messages. */
    public @Nullable String member() {
        return member;
    }

    /** Writes a parameter whose name does not depend on what has been started, such as {@code Action}. */
    public void parameter(String name, String value) {
        separate();
        out.ascii(name);
        out.sign('=');
        out.encoded(value);
    }

    /**
     * Adds a part to the name, with a dot before it if it is not the first.
     *
     * @throws IllegalArgumentException when there are more than 500, which no service reads
     */
    public void start(String name) {
        push();
        prefix.append(name);
        member = name;
    }

    /**
     * Adds the number of an entry to the name; the first entry of a list is 1.
     *
     * @throws IllegalArgumentException as {@link #start} does
     */
    public void startEntry(int index) {
        push();
        prefix.append(index);
    }

    private void push() {
        if (depth == MAX_DEPTH) {
            throw UnwritableException.of("a value is nested deeper than " + MAX_DEPTH);
        }
        if (depth == lengths.length) {
            lengths = Arrays.copyOf(lengths, depth * 2);
        }
        lengths[depth++] = prefix.length();
        if (depth > 1) {
            prefix.append('.');
        }
    }

    /** Takes away the part of the name that was added last. */
    public void end() {
        prefix.setLength(lengths[--depth]);
    }

    /** Writes the current name with an empty value, which is an empty list. */
    public void empty() {
        begin();
    }

    private void begin() {
        separate();
        out.ascii(prefix.toString());
        out.sign('=');
    }

    private void separate() {
        if (separated) {
            out.sign('&');
        }
        separated = true;
    }

    /** A string; null adds nothing. */
    public void property(String name, @Nullable String value) {
        if (value != null) {
            start(name);
            value(value);
            end();
        }
    }

    /** A whole number. */
    public void property(String name, long value) {
        start(name);
        value(value);
        end();
    }

    /** A number of any kind; null adds nothing. */
    public void property(String name, @Nullable Number value) {
        if (value != null) {
            start(name);
            value(value);
            end();
        }
    }

    /** A boolean; null adds nothing. */
    public void property(String name, @Nullable Boolean value) {
        if (value != null) {
            start(name);
            value(value.booleanValue());
            end();
        }
    }

    /** A blob; null adds nothing. */
    public void property(String name, @Nullable Blob value) {
        if (value != null) {
            start(name);
            value(value);
            end();
        }
    }

    /** A string. */
    public void value(String value) {
        begin();
        out.encoded(value);
    }

    /** A boolean. */
    public void value(boolean value) {
        begin();
        out.ascii(value ? "true" : "false");
    }

    /** A whole number. */
    public void value(long value) {
        begin();
        out.decimal(value);
    }

    /** A number of any kind; NaN and the infinities as {@code NaN}, {@code Infinity} and {@code -Infinity}. */
    public void value(Number value) {
        begin();
        out.encoded(value.toString());
    }

    /** A blob, in base64. */
    public void value(Blob value) {
        begin();
        out.encoded(Text.base64(value));
    }

    /**
     * A timestamp in the format {@code date-time}.
     *
     * @throws IllegalArgumentException outside of the years 0 to 9999
     */
    public void dateTime(Instant value) {
        begin();
        out.encoded(Dates.dateTime(value));
    }

    /**
     * A timestamp in the format {@code http-date}.
     *
     * @throws IllegalArgumentException outside of the years 0 to 9999
     */
    public void httpDate(Instant value) {
        begin();
        out.encoded(Dates.httpDate(value));
    }

    /** A timestamp in the format {@code epoch-seconds}: an integer if it is one, else with milliseconds. */
    public void epochSeconds(Instant value) {
        begin();
        out.ascii(Text.epochSeconds(value));
    }
}
