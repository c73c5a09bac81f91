package dev.whittle.runtime.codec;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.internal.Dates;
import dev.whittle.runtime.internal.UnwritableException;
import dev.whittle.runtime.shape.Blob;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes members as a JSON text, RFC 8259. The methods called {@code property} write a name and a value, or nothing when
 * the value is null; the others write one value, whose name, in an object, has been written before. It puts commas where
 * they belong, and leaves it to the caller that objects and arrays are ended. Every method throws
 * {@link java.io.UncheckedIOException} when the stream fails.
 */
public final class JsonWriter {
    private static final int MAX_DEPTH = 500;

    private final JsonOutput out;
    private boolean comma;
    private int depth;
    private @Nullable String member;

    /** Writes to a stream, which has everything after {@link #close}, and stays open. */
    public JsonWriter(OutputStream out) {
        this.out = new JsonOutput(out);
    }

    /** Hands over what was written, and gives back what was borrowed for writing. */
    public void close() {
        out.close();
    }

    /** The name of the member that is being written, or was last; null before the first. For messages. */
    public @Nullable String member() {
        return member;
    }

    /**
     * Begins an object.
     *
     * @throws IllegalArgumentException when nested deeper than 500, which no service reads
     */
    public void startObject() {
        start('{');
    }

    /** Ends an object. */
    public void endObject() {
        end('}');
    }

    /**
     * Begins an array.
     *
     * @throws IllegalArgumentException when nested deeper than 500, which no service reads
     */
    public void startArray() {
        start('[');
    }

    /** Ends an array. */
    public void endArray() {
        end(']');
    }

    private void start(char sign) {
        if (++depth > MAX_DEPTH) {
            throw UnwritableException.of("a value is nested deeper than " + MAX_DEPTH);
        }
        separate();
        out.sign(sign);
        comma = false;
    }

    private void end(char sign) {
        depth--;
        out.sign(sign);
        comma = true;
    }

    private void separate() {
        if (comma) {
            out.sign(',');
        }
        comma = true;
    }

    /** The name of a member, whose value is due next. */
    public void name(String name) {
        member = name;
        key(name);
    }

    /** The key of a map, whose value is due next: like {@link #name}, but what was called so may be a secret. */
    public void key(String name) {
        separate();
        out.quoted(name);
        out.sign(':');
        comma = false;
    }

    /** A string; null adds nothing. */
    public void property(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            value(value);
        }
    }

    /** A whole number. */
    public void property(String name, long value) {
        name(name);
        value(value);
    }

    /** A number of any kind; null adds nothing. */
    public void property(String name, @Nullable Number value) {
        if (value != null) {
            name(name);
            value(value);
        }
    }

    /** A boolean; null adds nothing. */
    public void property(String name, @Nullable Boolean value) {
        if (value != null) {
            name(name);
            value(value.booleanValue());
        }
    }

    /** A blob; null adds nothing. */
    public void property(String name, @Nullable Blob value) {
        if (value != null) {
            name(name);
            value(value);
        }
    }

    /** A document; null adds nothing. */
    public void property(String name, @Nullable Document value) {
        if (value != null) {
            name(name);
            value(value);
        }
    }

    /** The value null. */
    public void nullValue() {
        separate();
        out.ascii("null");
    }

    /** A string. */
    public void value(String value) {
        separate();
        out.quoted(value);
    }

    /** A boolean. */
    public void value(boolean value) {
        separate();
        out.ascii(value ? "true" : "false");
    }

    /** A whole number. */
    public void value(long value) {
        separate();
        out.decimal(value);
    }

    /** A number of any kind; NaN and the infinities as the strings that Smithy names. */
    public void value(Number value) {
        separate();
        if (value instanceof BigDecimal || value instanceof BigInteger) {
            out.ascii(value.toString());
        } else if (!(value instanceof Double || value instanceof Float)) {
            out.decimal(value.longValue());
        } else if (Double.isFinite(value.doubleValue())) {
            out.ascii(value.toString());
        } else {
            out.quoted(value.toString());
        }
    }

    /** A blob, in base64. */
    public void value(Blob value) {
        separate();
        out.quotedBase64(value.unsafeArray());
    }

    /** A timestamp in the format {@code date-time}. */
    public void dateTime(Instant value) {
        value(Dates.dateTime(value));
    }

    /** A timestamp in the format {@code http-date}. */
    public void httpDate(Instant value) {
        value(Dates.httpDate(value));
    }

    /** A timestamp in the format {@code epoch-seconds}: an integer if it is one, else with milliseconds. */
    public void epochSeconds(Instant value) {
        int millis = value.getNano() / 1_000_000;
        if (millis == 0) {
            value(value.getEpochSecond());
        } else {
            value(Dates.epochSeconds(value));
        }
    }

    /** A document. */
    public void value(Document value) {
        if (value.isString()) {
            value(value.asString());
        } else if (value.isNumber()) {
            separate();
            out.ascii(value.toString());
        } else if (value.isMap()) {
            startObject();
            for (Map.Entry<String, Document> entry : value.asMap().entrySet()) {
                key(entry.getKey());
                value(entry.getValue());
            }
            endObject();
        } else if (value.isList()) {
            startArray();
            for (Document element : value.asList()) {
                value(element);
            }
            endArray();
        } else if (value.isBoolean()) {
            value(value.asBoolean());
        } else {
            nullValue();
        }
    }

    /** A list of strings; null elements as null. */
    public void strings(List<? extends @Nullable String> values) {
        startArray();
        for (String value : values) {
            valueOrNull(value);
        }
        endArray();
    }

    /** A map of strings; null values as null. */
    public void stringMap(Map<String, ? extends @Nullable String> values) {
        startObject();
        for (Map.Entry<String, ? extends @Nullable String> entry : values.entrySet()) {
            key(entry.getKey());
            valueOrNull(entry.getValue());
        }
        endObject();
    }

    private void valueOrNull(@Nullable String value) {
        if (value == null) {
            nullValue();
        } else {
            value(value);
        }
    }
}
