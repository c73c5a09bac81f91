package dev.whittle.runtime.codec;

import dev.whittle.runtime.internal.Dates;
import dev.whittle.runtime.internal.UnwritableException;
import dev.whittle.runtime.shape.Blob;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes members as an XML document in UTF-8, without an XML declaration. The methods called {@code element} write an
 * element with a value, or nothing when the value is null; those called {@code value}, and those for timestamps, write the
 * content of the element that has been started. Names are written as they are, and the caller ends what it starts.
 *
 * <p>Every method with text throws {@link IllegalArgumentException} for a character that XML does not have: most control
 * characters, and half of a surrogate pair. Every method throws {@link java.io.UncheckedIOException} when the stream fails.
 */
public final class XmlWriter {
    private static final int MAX_DEPTH = 500;

    private final XmlOutput out;
    private boolean inTag;
    private int depth;
    private @Nullable String member;

    /** Writes to a stream, which has everything after {@link #close}, and stays open. */
    public XmlWriter(OutputStream out) {
        this.out = new XmlOutput(out);
    }

    /** Hands over what was written, and gives back what was borrowed for writing. */
    public void close() {
        out.close();
    }

    /** The name of the element that is being written, or was started last; null before the first. For messages. */
    public @Nullable String member() {
        return member;
    }

    /**
     * Starts an element.
     *
     * @throws IllegalArgumentException when nested deeper than 500, which no service reads
     */
    public void start(String name) {
        if (++depth > MAX_DEPTH) {
            throw UnwritableException.of("a value is nested deeper than " + MAX_DEPTH);
        }
        member = name;
        content();
        out.sign('<');
        out.ascii(name);
        inTag = true;
    }

    /** Adds an attribute to the element that has just been started; null adds nothing. */
    public void attribute(String name, @Nullable String value) {
        if (value != null) {
            out.sign(' ');
            out.ascii(name);
            out.ascii("=\"");
            out.text(value, true);
            out.sign('"');
        }
    }

    /** Ends the element of this name, which was started last. */
    public void end(String name) {
        depth--;
        if (inTag) {
            inTag = false;
            out.ascii("/>");
        } else {
            out.ascii("</");
            out.ascii(name);
            out.sign('>');
        }
    }

    /** What is written next stands in the element. */
    private void content() {
        if (inTag) {
            inTag = false;
            out.sign('>');
        }
    }

    /** The exception for a union of which a member is set that was not known when it was received, so that it was not kept. */
    public RuntimeException unknownMember(String union) {
        return UnwritableException.of(
                "the union " + union + " has a member that this version of the client does not know and cannot write");
    }

    /** A string; null adds nothing. */
    public void element(String name, @Nullable String value) {
        if (value != null) {
            start(name);
            value(value);
            end(name);
        }
    }

    /** A whole number. */
    public void element(String name, long value) {
        start(name);
        value(value);
        end(name);
    }

    /** A number of any kind; null adds nothing. */
    public void element(String name, @Nullable Number value) {
        if (value != null) {
            start(name);
            value(value);
            end(name);
        }
    }

    /** A boolean; null adds nothing. */
    public void element(String name, @Nullable Boolean value) {
        if (value != null) {
            start(name);
            value(value.booleanValue());
            end(name);
        }
    }

    /** A blob; null adds nothing. */
    public void element(String name, @Nullable Blob value) {
        if (value != null) {
            start(name);
            value(value);
            end(name);
        }
    }

    /** A string. */
    public void value(String value) {
        content();
        out.text(value, false);
    }

    /** A boolean. */
    public void value(boolean value) {
        content();
        out.ascii(value ? "true" : "false");
    }

    /** A whole number. */
    public void value(long value) {
        content();
        out.decimal(value);
    }

    /** A number of any kind; NaN and the infinities as {@code NaN}, {@code Infinity} and {@code -Infinity}. */
    public void value(Number value) {
        content();
        out.ascii(value.toString());
    }

    /** A blob, in base64. */
    public void value(Blob value) {
        content();
        out.base64(value.unsafeArray());
    }

    /**
     * A timestamp in the format {@code date-time}.
     *
     * @throws IllegalArgumentException outside of the years 0 to 9999
     */
    public void dateTime(Instant value) {
        content();
        out.ascii(Dates.dateTime(value));
    }

    /**
     * A timestamp in the format {@code http-date}.
     *
     * @throws IllegalArgumentException outside of the years 0 to 9999
     */
    public void httpDate(Instant value) {
        content();
        out.ascii(Dates.httpDate(value));
    }

    /** A timestamp in the format {@code epoch-seconds}: an integer if it is one, else with milliseconds. */
    public void epochSeconds(Instant value) {
        content();
        out.ascii(Text.epochSeconds(value));
    }
}
