package dev.whittle.runtime.codec;

import dev.whittle.runtime.internal.Dates;
import dev.whittle.runtime.internal.UnwritableException;
import dev.whittle.runtime.shape.Blob;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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

    /** How many items have been started in the part of the name with the same index. */
    private int[] items = new int[8];

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

    /** Adds the number of the next item to the name: 1 for the first since the part before it was added. */
    public void startItem() {
        startEntry(++items[depth - 1]);
    }

    /**
     * Starts a list, whose items {@link #startItem} begins. {@link #endList} ends it.
     *
     * @param name the part of the name that is the list's
     * @param item the part between it and the number of an item, empty for none
     */
    public void startList(String name, String item) {
        start(name);
        if (!item.isEmpty()) {
            prefix.append('.').append(item);
        }
    }

    /** Ends a list, and writes its name with an empty value if it had no items. */
    public void endList(String item) {
        if (items[depth - 1] == 0) {
            if (!item.isEmpty()) {
                prefix.setLength(prefix.length() - item.length() - 1);
            }
            empty();
        }
        end();
    }

    /** A list of strings, of which an empty one is written as {@link #endList} does; null is an empty item. */
    public void strings(String name, String item, List<? extends @Nullable String> values) {
        startList(name, item);
        items(values);
        endList(item);
    }

    /** A list of strings whose items follow its name directly. An empty one adds nothing; null is an empty item. */
    public void strings(String name, List<? extends @Nullable String> values) {
        start(name);
        items(values);
        end();
    }

    private void items(List<? extends @Nullable String> values) {
        for (String value : values) {
            startItem();
            value(value == null ? "" : value);
            end();
        }
    }

    private void push() {
        if (depth == MAX_DEPTH) {
            throw UnwritableException.of("a value is nested deeper than " + MAX_DEPTH);
        }
        if (depth == lengths.length) {
            lengths = Arrays.copyOf(lengths, depth * 2);
            items = Arrays.copyOf(items, depth * 2);
        }
        items[depth] = 0;
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

    /** The exception for a union of which a member is set that was not known when it was received, so that it was not kept. */
    public RuntimeException unknownMember(String union) {
        return UnwritableException.of(
                "the union " + union + " has a member that this version of the client does not know and cannot write");
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
