package dev.whittle.runtime.codec;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.internal.Dates;
import dev.whittle.runtime.internal.UnwritableException;
import dev.whittle.runtime.shape.Blob;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes members as CBOR, RFC 8949. It has the methods of {@link JsonWriter}, and no type in common with it, so that the
 * calls of generated code are direct. The methods called {@code property} write a name and a value, or nothing when the
 * value is null; the others write one value, whose name, in an object, has been written before. Objects and arrays have no
 * length, so that members can be left out; it is left to the caller that they are ended. Every method throws {@link
 * java.io.UncheckedIOException} when the stream fails, and {@link IllegalArgumentException} for a text with half of a
 * surrogate pair.
 */
public final class CborWriter {
    private static final int MAX_DEPTH = 500;

    private static final int START_OBJECT = 0xBF;
    private static final int START_ARRAY = 0x9F;
    private static final int BREAK = 0xFF;
    private static final int FALSE = 0xF4;
    private static final int TRUE = 0xF5;
    private static final int NULL = 0xF6;

    private static final int TAG_EPOCH_SECONDS = 1;
    private static final int TAG_BIG = 2;
    private static final int TAG_NEGATIVE_BIG = 3;
    private static final int TAG_DECIMAL = 4;

    private final CborOutput out;
    private int depth;
    private @Nullable String member;

    /** Writes to a stream, which has everything after {@link #close}, and stays open. */
    public CborWriter(OutputStream out) {
        this.out = new CborOutput(out);
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
        start(START_OBJECT);
    }

    /** Ends an object. */
    public void endObject() {
        end();
    }

    /**
     * Begins an array.
     *
     * @throws IllegalArgumentException when nested deeper than 500, which no service reads
     */
    public void startArray() {
        start(START_ARRAY);
    }

    /** Ends an array. */
    public void endArray() {
        end();
    }

    private void start(int sign) {
        if (++depth > MAX_DEPTH) {
            throw UnwritableException.of("a value is nested deeper than " + MAX_DEPTH);
        }
        out.sign(sign);
    }

    private void end() {
        depth--;
        out.sign(BREAK);
    }

    /** The name of a member, whose value is due next. */
    public void name(String name) {
        member = name;
        key(name);
    }

    /** The key of a map, whose value is due next: like {@link #name}, but what was called so may be a secret. */
    public void key(String name) {
        out.text(name);
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
        out.sign(NULL);
    }

    /** A string. */
    public void value(String value) {
        out.text(value);
    }

    /** A boolean. */
    public void value(boolean value) {
        out.sign(value ? TRUE : FALSE);
    }

    /** A whole number. */
    public void value(long value) {
        out.number(value);
    }

    /** A number of any kind; a float in 32 bits and a double in 64, and a decimal as an exponent and a whole number. */
    public void value(Number value) {
        if (value instanceof Float) {
            out.floating(value.floatValue());
        } else if (value instanceof Double) {
            out.floating(value.doubleValue());
        } else if (value instanceof BigInteger big) {
            integer(big);
        } else if (value instanceof BigDecimal decimal) {
            out.head(CborOutput.TAG, TAG_DECIMAL);
            out.head(CborOutput.ARRAY, 2);
            out.number(-(long) decimal.scale());
            integer(decimal.unscaledValue());
        } else {
            out.number(value.longValue());
        }
    }

    private void integer(BigInteger value) {
        boolean negative = value.signum() < 0;
        BigInteger magnitude = negative ? value.not() : value;
        if (magnitude.bitLength() <= 64) {
            out.head(negative ? CborOutput.NEGATIVE : CborOutput.UNSIGNED, magnitude.longValue());
            return;
        }
        out.head(CborOutput.TAG, negative ? TAG_NEGATIVE_BIG : TAG_BIG);
        byte[] bytes = magnitude.toByteArray();
        // Java's form may begin with a byte that has only the sign.
        out.binary(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    /** A blob. */
    public void value(Blob value) {
        out.binary(value.unsafeArray());
    }

    /** A timestamp in the format {@code date-time}. */
    public void dateTime(Instant value) {
        value(Dates.dateTime(value));
    }

    /** A timestamp in the format {@code http-date}. */
    public void httpDate(Instant value) {
        value(Dates.httpDate(value));
    }

    /** A timestamp in seconds since 1970, with a tag that says so: an integer if it is one, else with milliseconds. */
    public void epochSeconds(Instant value) {
        out.head(CborOutput.TAG, TAG_EPOCH_SECONDS);
        int millis = value.getNano() / 1_000_000;
        if (millis == 0) {
            out.number(value.getEpochSecond());
        } else {
            out.floating(value.getEpochSecond() + millis / 1000.0);
        }
    }

    /** A document. */
    public void value(Document value) {
        if (value.isString()) {
            value(value.asString());
        } else if (value.isNumber()) {
            number(value);
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

    /** A number of a document, which is a double wherever that is exactly the number. */
    private void number(Document value) {
        BigDecimal number = value.asBigDecimal();
        if (number.scale() == 0) {
            integer(number.unscaledValue());
            return;
        }
        double nearest = value.asDouble();
        if (Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(number) == 0) {
            out.floating(nearest);
        } else {
            value(number);
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
