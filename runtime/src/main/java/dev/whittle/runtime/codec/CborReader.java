package dev.whittle.runtime.codec;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.internal.DateParser;
import dev.whittle.runtime.shape.Blob;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members that an item of CBOR holds, RFC 8949, from a stream. It has the methods of {@link JsonReader}, and no
 * type in common with it, so that the calls of generated code are direct. Scalars are read where reading is at their value,
 * which is never null: {@link #next} passes over nulls, and undefined values are nulls. Every method throws {@link
 * MalformedResponseException}, with the JSON pointer of the value, for bytes that are not CBOR, for a value of another
 * kind, and for one that does not fit; and {@link java.io.UncheckedIOException} when the stream fails.
 *
 * <p>A number may be written in any way that CBOR has: whole, floating of 16, 32 or 64 bits, of any size, or decimal.
 * Strings, maps and arrays may have a length or not. The keys of maps are texts. Unknown tags are passed over.
 *
 * <p>Nesting deeper than 500, names longer than 50,000 bytes, strings longer than 100 million and numbers longer than
 * 1000 are errors, and so are bytes that are not UTF-8 in every text that is not skipped. Which of two properties of one
 * name counts is up to the reader.
 */
public final class CborReader {
    private final CborScanner in;

    /** Reads a stream, which the caller closes. */
    public CborReader(InputStream in) {
        this.in = new CborScanner(in);
    }

    /** Reads bytes, which are not copied. */
    public CborReader(byte[] bytes) {
        this.in = new CborScanner(bytes);
    }

    /** Gives back what was borrowed for reading. */
    public void close() {
        in.close();
    }

    /** Whether there is a value at all: false for null, or when there is no content. */
    public boolean hasValue() {
        int token = in.begin();
        return token != CborScanner.NULL && token != CborScanner.END;
    }

    /** Whether the current value is null. */
    public boolean isNull() {
        return in.token() == CborScanner.NULL;
    }

    /** Whether the current value is a text. */
    public boolean isString() {
        return in.token() == CborScanner.TEXT;
    }

    /** Goes to the end of the current value, whatever it is. */
    public void skip() {
        in.skip();
    }

    /**
     * Enters a structure and goes to the value of its first property, which may be null. Returns the property's name; null
     * when there is none, when the structure is null, or when there is no content at all.
     */
    public @Nullable String firstEntry() {
        return enter(false);
    }

    /**
     * Enters a map and goes to the value of its first key, which may be null; {@link #nextEntry} leads to the others.
     * Returns the key; null when the map is empty, or null, or when there is no content at all. No message has the keys of
     * a map, which may be secrets.
     */
    public @Nullable String firstSparseKey() {
        return enter(true);
    }

    private @Nullable String enter(boolean isMap) {
        if (in.begin() == CborScanner.MAP) {
            if (isMap) {
                in.hideNames();
            }
            return nextEntry();
        }
        if (hasValue()) {
            throw mismatch("a map");
        }
        return null;
    }

    /** Goes to the value of the next key or property, which may be null, and returns its name; null at the end. */
    public @Nullable String nextEntry() {
        String name = in.nextName();
        if (name != null) {
            in.value();
        }
        return name;
    }

    /** Like {@link #firstSparseKey}, for the first key whose value is not null; {@link #next} leads to the others. */
    public @Nullable String firstKey() {
        return passNulls(enter(true));
    }

    /** Like {@link #firstEntry}, for the first property that is not null. */
    public @Nullable String first() {
        return passNulls(firstEntry());
    }

    /** Like {@link #nextEntry}, for the next property that is not null. */
    public @Nullable String next() {
        return passNulls(nextEntry());
    }

    private @Nullable String passNulls(@Nullable String name) {
        String current = name;
        while (current != null && in.token() == CborScanner.NULL) {
            current = nextEntry();
        }
        return current;
    }

    /** Like {@link #first}, for a union: a property that names the type is no member of it. */
    public @Nullable String firstMember() {
        return passType(first());
    }

    /** Like {@link #next}, for a union: a property that names the type is no member of it. */
    public @Nullable String nextMember() {
        return passType(next());
    }

    private @Nullable String passType(@Nullable String name) {
        String current = name;
        while (current != null && current.equals("__type")) {
            in.skip();
            current = next();
        }
        return current;
    }

    /** Enters an array: true, and what follows is its first element or its end. False for null or no content. */
    public boolean startArray() {
        if (in.begin() == CborScanner.ARRAY) {
            return true;
        }
        if (hasValue()) {
            throw mismatch("an array");
        }
        return false;
    }

    /** Goes to the next element of an array, which may be null; false at the array's end. */
    public boolean nextSlot() {
        return in.next() != CborScanner.ARRAY_END;
    }

    /** Goes to the next element of an array that is not null; false at the array's end. */
    public boolean nextElement() {
        int token = in.next();
        while (token == CborScanner.NULL) {
            token = in.next();
        }
        return token != CborScanner.ARRAY_END;
    }

    /** A string. */
    public String string() {
        if (in.token() != CborScanner.TEXT) {
            throw mismatch("a string");
        }
        return in.string();
    }

    /** A 32-bit integer. */
    public int integer() {
        return (int) ranged(Integer.MIN_VALUE, Integer.MAX_VALUE, "an integer");
    }

    /** A 64-bit integer. */
    public long longInteger() {
        return ranged(Long.MIN_VALUE, Long.MAX_VALUE, "a long");
    }

    /** A 16-bit integer. */
    public short shortInteger() {
        return (short) ranged(Short.MIN_VALUE, Short.MAX_VALUE, "a short");
    }

    /** An 8-bit integer. */
    public byte byteInteger() {
        return (byte) ranged(Byte.MIN_VALUE, Byte.MAX_VALUE, "a byte");
    }

    private long ranged(long min, long max, String expected) {
        long value;
        try {
            value = in.token() == CborScanner.INTEGER && in.isLong()
                    ? in.longValue()
                    : decimal(expected).longValueExact();
        } catch (ArithmeticException e) {
            throw misfit(expected);
        }
        if (value < min || value > max) {
            throw misfit(expected);
        }
        return value;
    }

    /** A boolean. */
    public boolean bool() {
        int token = in.token();
        if (token != CborScanner.TRUE && token != CborScanner.FALSE) {
            throw mismatch("a boolean");
        }
        return token == CborScanner.TRUE;
    }

    /** A 32-bit floating point number. */
    public float floating() {
        double value = doubleOf("a float");
        float narrow = (float) value;
        if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
            throw misfit("a float");
        }
        return narrow;
    }

    /** A 64-bit floating point number. */
    public double doubleFloating() {
        return doubleOf("a double");
    }

    private double doubleOf(String expected) {
        if (in.token() == CborScanner.FLOAT) {
            return in.doubleValue();
        }
        double value = decimal(expected).doubleValue();
        if (Double.isInfinite(value)) {
            throw misfit(expected);
        }
        return value;
    }

    /** An integer of any size. */
    public BigInteger bigInteger() {
        if (in.token() != CborScanner.INTEGER && in.token() != CborScanner.BIG_INTEGER) {
            throw mismatch("an integer");
        }
        return in.bigInteger();
    }

    /** A decimal of any precision. */
    public BigDecimal bigDecimal() {
        return decimal("a number");
    }

    private BigDecimal decimal(String expected) {
        return switch (in.token()) {
            case CborScanner.INTEGER, CborScanner.BIG_INTEGER -> new BigDecimal(in.bigInteger());
            case CborScanner.FLOAT -> {
                if (!Double.isFinite(in.doubleValue())) {
                    throw misfit(expected);
                }
                yield BigDecimal.valueOf(in.doubleValue());
            }
            case CborScanner.DECIMAL -> fraction(expected);
            default -> throw mismatch(expected);
        };
    }

    /** Two whole numbers: the exponent of ten, and what is multiplied with that power. */
    private BigDecimal fraction(String expected) {
        if (in.next() != CborScanner.INTEGER || !in.isLong()) {
            throw misfit(expected);
        }
        long exponent = in.longValue();
        int mantissa = in.next();
        if (mantissa != CborScanner.INTEGER && mantissa != CborScanner.BIG_INTEGER) {
            throw misfit(expected);
        }
        BigInteger unscaled = in.bigInteger();
        if (in.next() != CborScanner.ARRAY_END || exponent <= Integer.MIN_VALUE || exponent > Integer.MAX_VALUE) {
            throw misfit(expected);
        }
        return new BigDecimal(unscaled, (int) -exponent);
    }

    /**
     * A timestamp: a number of seconds since 1970, of which a floating one counts to the millisecond, or a text in any of
     * Smithy's formats.
     */
    public Instant timestamp() {
        if (in.token() == CborScanner.TEXT) {
            String text = in.string();
            Instant value = DateParser.parse(text);
            if (value == null) {
                throw fault("is a string of length " + text.length() + ", expected a timestamp");
            }
            return value;
        }
        try {
            if (in.token() == CborScanner.INTEGER && in.isLong()) {
                return Instant.ofEpochSecond(in.longValue());
            }
            double millis = in.token() == CborScanner.FLOAT ? in.doubleValue() * 1000 : Double.NaN;
            // Below 2^53, to which whole numbers have all their digits.
            return Math.abs(millis) < 9e15
                    ? Instant.ofEpochMilli(Math.round(millis))
                    : DateParser.epochSeconds(decimal("a timestamp"));
        } catch (ArithmeticException | DateTimeException e) {
            throw misfit("a timestamp");
        }
    }

    /** A blob. */
    public Blob blob() {
        if (in.token() != CborScanner.BYTES) {
            throw mismatch("bytes");
        }
        return Blob.unsafe(in.binary());
    }

    /**
     * A document; null, or no content at all, is {@link Document#NULL}. What a document does not have is text: bytes in
     * base64, and {@code NaN}, {@code Infinity} and {@code -Infinity}.
     */
    public Document document() {
        return switch (in.begin()) {
            case CborScanner.MAP -> mapDocument();
            case CborScanner.ARRAY -> listDocument();
            case CborScanner.TEXT -> Document.of(in.string());
            case CborScanner.BYTES -> Document.of(Base64.getEncoder().encodeToString(in.binary()));
            case CborScanner.INTEGER -> in.isLong() ? Document.of(in.longValue()) : Document.of(in.bigInteger());
            case CborScanner.BIG_INTEGER -> Document.of(in.bigInteger());
            case CborScanner.FLOAT -> {
                double value = in.doubleValue();
                yield Double.isFinite(value) ? Document.of(value) : Document.of(Double.toString(value));
            }
            case CborScanner.DECIMAL -> Document.of(decimal("a number"));
            case CborScanner.NULL, CborScanner.END -> Document.NULL;
            default -> Document.of(bool());
        };
    }

    private Document mapDocument() {
        Map<String, Document> members = new LinkedHashMap<>();
        in.hideNames();
        for (String name = nextEntry(); name != null; name = nextEntry()) {
            members.put(name, document());
        }
        return Document.map(members);
    }

    private Document listDocument() {
        List<Document> elements = new ArrayList<>();
        while (nextSlot()) {
            elements.add(document());
        }
        return Document.list(elements);
    }

    /** A list of strings; null elements are dropped, and null is the empty list. */
    public List<String> strings() {
        List<String> values = new ArrayList<>();
        if (startArray()) {
            while (nextElement()) {
                values.add(string());
            }
        }
        return values;
    }

    /** A list of strings that keeps null elements; null is the empty list. */
    public List<@Nullable String> sparseStrings() {
        List<@Nullable String> values = new ArrayList<>();
        if (startArray()) {
            while (nextSlot()) {
                values.add(isNull() ? null : string());
            }
        }
        return values;
    }

    /** A map of strings; null values are dropped, and null is the empty map. */
    public Map<String, String> stringMap() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key = firstKey(); key != null; key = next()) {
            values.put(key, string());
        }
        return values;
    }

    /** A map of strings that keeps null values; null is the empty map. */
    public Map<String, @Nullable String> sparseStringMap() {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (String key = firstSparseKey(); key != null; key = nextEntry()) {
            values.put(key, isNull() ? null : string());
        }
        return values;
    }

    /** The exception for a union of which two members are set. */
    public MalformedResponseException unionWithTwo(String union, String first, String second) {
        return fault("sets two members of the union " + union + ", '" + first + "' and '" + second + "'");
    }

    // {@code /viewPort/width is a string, expected an integer}
    private MalformedResponseException mismatch(String expected) {
        return fault("is " + in.kind() + ", expected " + expected);
    }

    // {@code /viewPort/width is a number that does not fit an integer}
    private MalformedResponseException misfit(String expected) {
        return fault("is a number that does not fit " + expected);
    }

    /** Has neither the value nor what the JDK says of it: the value may be a secret. */
    private MalformedResponseException fault(String fault) {
        return new MalformedResponseException(in.place() + " " + fault, null);
    }
}
