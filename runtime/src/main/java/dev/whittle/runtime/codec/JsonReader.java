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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members that a JSON text holds, RFC 8259, from a stream. Scalars are read where reading is at their value,
 * which is never null: {@link #next} passes over nulls. Every method throws {@link MalformedResponseException}, with the
 * JSON pointer of the value, for a text that is not JSON, for a value of another kind, and for one that does not fit;
 * and {@link java.io.UncheckedIOException} when the stream fails.
 *
 * <p>Nesting deeper than 500, names longer than 50,000 bytes, strings longer than 100 million and numbers longer than
 * 1000 are errors, and so are bytes that are not UTF-8 in every string that is not skipped. Which of two properties of one
 * name counts is up to the reader.
 */
public final class JsonReader {
    private final JsonScanner in;

    /** Reads a stream, which the caller closes. */
    public JsonReader(InputStream in) {
        this.in = new JsonScanner(in);
    }

    /** Reads bytes, which are not copied. */
    public JsonReader(byte[] bytes) {
        this.in = new JsonScanner(bytes);
    }

    /** Gives back what was borrowed for reading. */
    public void close() {
        in.close();
    }

    /** Whether there is a value at all: false for null, or when there is no content. */
    public boolean hasValue() {
        int token = in.begin();
        return token != JsonScanner.NULL && token != JsonScanner.END;
    }

    /** Whether the current value is null. */
    public boolean isNull() {
        return in.token() == JsonScanner.NULL;
    }

    /** Whether the current value is a string. */
    public boolean isString() {
        return in.token() == JsonScanner.STRING;
    }

    /** Whether the current value is a number. */
    public boolean isNumber() {
        return in.token() == JsonScanner.NUMBER;
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
        if (in.begin() == JsonScanner.OBJECT) {
            if (isMap) {
                in.hideNames();
            }
            return nextEntry();
        }
        if (hasValue()) {
            throw mismatch("an object");
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
        while (current != null && in.token() == JsonScanner.NULL) {
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
        if (in.begin() == JsonScanner.ARRAY) {
            return true;
        }
        if (hasValue()) {
            throw mismatch("an array");
        }
        return false;
    }

    /** Goes to the next element of an array, which may be null; false at the array's end. */
    public boolean nextSlot() {
        return in.next() != JsonScanner.ARRAY_END;
    }

    /** Goes to the next element of an array that is not null; false at the array's end. */
    public boolean nextElement() {
        int token = in.next();
        while (token == JsonScanner.NULL) {
            token = in.next();
        }
        return token != JsonScanner.ARRAY_END;
    }

    /** A string. */
    public String string() {
        if (in.token() != JsonScanner.STRING) {
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
            value = in.token() == JsonScanner.NUMBER && in.isIntegral()
                    ? in.longValue()
                    : decimal(expected).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
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
        if (token != JsonScanner.TRUE && token != JsonScanner.FALSE) {
            throw mismatch("a boolean");
        }
        return token == JsonScanner.TRUE;
    }

    /** A 32-bit floating point number, or one of the strings {@code NaN}, {@code Infinity} and {@code -Infinity}. */
    public float floating() {
        if (in.token() == JsonScanner.STRING) {
            return (float) named("a float");
        }
        float value = Float.parseFloat(number("a float"));
        if (Float.isInfinite(value)) {
            throw misfit("a float");
        }
        return value;
    }

    /** A 64-bit floating point number, or one of the strings {@code NaN}, {@code Infinity} and {@code -Infinity}. */
    public double doubleFloating() {
        if (in.token() == JsonScanner.STRING) {
            return named("a double");
        }
        double value = Double.parseDouble(number("a double"));
        if (Double.isInfinite(value)) {
            throw misfit("a double");
        }
        return value;
    }

    private double named(String expected) {
        return switch (in.string()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw mismatch(expected);
        };
    }

    private String number(String expected) {
        if (in.token() != JsonScanner.NUMBER) {
            throw mismatch(expected);
        }
        return in.numberText();
    }

    /** A number as it was written. */
    public String numberText() {
        return number("a number");
    }

    /** An integer of any size. */
    public BigInteger bigInteger() {
        if (in.token() != JsonScanner.NUMBER || !in.isIntegral()) {
            throw mismatch("an integer");
        }
        return new BigInteger(in.numberText());
    }

    /** A decimal of any precision. */
    public BigDecimal bigDecimal() {
        return decimal("a number");
    }

    private BigDecimal decimal(String expected) {
        String text = number(expected);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw misfit(expected);
        }
    }

    /** A timestamp: a number of seconds since 1970, or a text in any of Smithy's three formats. */
    public Instant timestamp() {
        if (in.token() == JsonScanner.STRING) {
            String text = in.string();
            Instant value = DateParser.parse(text);
            if (value == null) {
                throw fault("is a string of length " + text.length() + ", expected a timestamp");
            }
            return value;
        }
        try {
            return in.token() == JsonScanner.NUMBER && in.isIntegral()
                    ? Instant.ofEpochSecond(in.longValue())
                    : DateParser.epochSeconds(decimal("a timestamp"));
        } catch (ArithmeticException | DateTimeException | NumberFormatException e) {
            throw misfit("a timestamp");
        }
    }

    /** A blob, which is a string of base64. */
    public Blob blob() {
        if (in.token() != JsonScanner.STRING) {
            throw mismatch("a base64 string");
        }
        byte[] bytes = in.binary();
        if (bytes == null) {
            throw fault("is a string, expected base64");
        }
        return Blob.unsafe(bytes);
    }

    /** A document; null, or no content at all, is {@link Document#NULL}. */
    public Document document() {
        return switch (in.begin()) {
            case JsonScanner.OBJECT -> mapDocument();
            case JsonScanner.ARRAY -> listDocument();
            case JsonScanner.STRING -> Document.of(in.string());
            case JsonScanner.NUMBER -> numberDocument();
            case JsonScanner.NULL, JsonScanner.END -> Document.NULL;
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

    private Document numberDocument() {
        if (!in.isIntegral()) {
            return Document.of(decimal("a number"));
        }
        try {
            return Document.of(in.longValue());
        } catch (NumberFormatException e) {
            return Document.of(bigInteger());
        }
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

    // {@code /viewPort/width is a number of length 12, which does not fit an integer}
    private MalformedResponseException misfit(String expected) {
        return fault("is a number of length " + in.numberText().length() + ", which does not fit " + expected);
    }

    /** Has neither the value nor what the JDK says of it: the value may be a secret. */
    private MalformedResponseException fault(String fault) {
        return new MalformedResponseException(in.place() + " " + fault, null);
    }
}
