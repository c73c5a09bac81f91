package dev.whittle.runtime.codec;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.internal.DateParser;
import dev.whittle.runtime.shape.Blob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reads members. Scalars are read with the parser on the value, which is never null: a decoder skips nulls. Every
 * method throws {@link MalformedResponseException}, with the JSON pointer of the value, for a value of another kind or
 * one that does not fit.
 */
public final class JsonReads {
    private JsonReads() {}

    /**
     * Enters an object and returns its first property name; null when it is empty, or null, or when there is no content
     * at all.
     */
    public static @Nullable String start(JsonParser in) {
        JsonToken token = in.currentToken();
        if (token == null) {
            token = in.nextToken();
        }
        if (token == JsonToken.START_OBJECT) {
            return in.nextName();
        }
        if (token == null || token == JsonToken.VALUE_NULL) {
            return null;
        }
        throw mismatch(in, "an object");
    }

    /**
     * Enters an object and goes to the value of its first property that is not null. Returns the property's name; null
     * when there is none.
     */
    public static @Nullable String first(JsonParser in) {
        return skipNulls(in, start(in));
    }

    /** Goes to the value of the next property that is not null, and returns its name; null at the object's end. */
    public static @Nullable String next(JsonParser in) {
        return skipNulls(in, in.nextName());
    }

    private static @Nullable String skipNulls(JsonParser in, @Nullable String name) {
        String current = name;
        while (current != null && in.nextToken() == JsonToken.VALUE_NULL) {
            current = in.nextName();
        }
        return current;
    }

    /** Like {@link #first}, for a union: a property that names the type is no member of it. */
    public static @Nullable String firstMember(JsonParser in) {
        return skipType(in, first(in));
    }

    /** Like {@link #next}, for a union: a property that names the type is no member of it. */
    public static @Nullable String nextMember(JsonParser in) {
        return skipType(in, next(in));
    }

    private static @Nullable String skipType(JsonParser in, @Nullable String name) {
        String current = name;
        while (current != null && current.equals("__type")) {
            in.skipChildren();
            current = next(in);
        }
        return current;
    }

    /** Goes to the next element of an array that is not null; false at the array's end. */
    public static boolean nextElement(JsonParser in) {
        JsonToken token = in.nextToken();
        while (token == JsonToken.VALUE_NULL) {
            token = in.nextToken();
        }
        return token != JsonToken.END_ARRAY;
    }

    /** Enters an array: true, and the next token is its first element or its end. False for null or no content. */
    public static boolean startArray(JsonParser in) {
        JsonToken token = in.currentToken();
        if (token == null) {
            token = in.nextToken();
        }
        if (token == JsonToken.START_ARRAY) {
            return true;
        }
        if (token == null || token == JsonToken.VALUE_NULL) {
            return false;
        }
        throw mismatch(in, "an array");
    }

    /** A string. */
    public static String string(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw mismatch(in, "a string");
        }
        return in.getString();
    }

    /** A 32-bit integer. */
    public static int integer(JsonParser in) {
        return (int) ranged(in, Integer.MIN_VALUE, Integer.MAX_VALUE, "an integer");
    }

    /** A 64-bit integer. */
    public static long longInteger(JsonParser in) {
        return ranged(in, Long.MIN_VALUE, Long.MAX_VALUE, "a long");
    }

    /** A 16-bit integer. */
    public static short shortInteger(JsonParser in) {
        return (short) ranged(in, Short.MIN_VALUE, Short.MAX_VALUE, "a short");
    }

    /** An 8-bit integer. */
    public static byte byteInteger(JsonParser in) {
        return (byte) ranged(in, Byte.MIN_VALUE, Byte.MAX_VALUE, "a byte");
    }

    private static long ranged(JsonParser in, long min, long max, String expected) {
        JsonToken token = in.currentToken();
        long value;
        try {
            if (token == JsonToken.VALUE_NUMBER_INT) {
                value = in.getLongValue();
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                value = in.getDecimalValue().longValueExact();
            } else {
                throw mismatch(in, expected);
            }
        } catch (InputCoercionException | ArithmeticException e) {
            throw misfit(in, expected, e);
        }
        if (value < min || value > max) {
            throw misfit(in, expected, null);
        }
        return value;
    }

    /** A boolean. */
    public static boolean bool(JsonParser in) {
        JsonToken token = in.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (token == JsonToken.VALUE_FALSE) {
            return false;
        }
        throw mismatch(in, "a boolean");
    }

    /** A 32-bit floating point number, or one of the strings {@code NaN}, {@code Infinity} and {@code -Infinity}. */
    public static float floating(JsonParser in) {
        double value = number(in, "a float");
        float narrow = in.currentToken() == JsonToken.VALUE_STRING ? (float) value : in.getFloatValue();
        if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
            throw misfit(in, "a float", null);
        }
        return narrow;
    }

    /** A 64-bit floating point number, or one of the strings {@code NaN}, {@code Infinity} and {@code -Infinity}. */
    public static double doubleFloating(JsonParser in) {
        return number(in, "a double");
    }

    private static double number(JsonParser in, String expected) {
        JsonToken token = in.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return switch (in.getString()) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> throw mismatch(in, expected);
            };
        }
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw mismatch(in, expected);
        }
        double value = in.getDoubleValue();
        // A format with infinities of its own says so through isNaN; in JSON it is a number that is too large.
        if (Double.isInfinite(value) && !in.isNaN()) {
            throw misfit(in, expected, null);
        }
        return value;
    }

    /** An integer of any size. */
    public static BigInteger bigInteger(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw mismatch(in, "an integer");
        }
        return in.getBigIntegerValue();
    }

    /** A decimal of any precision. */
    public static BigDecimal bigDecimal(JsonParser in) {
        JsonToken token = in.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw mismatch(in, "a number");
        }
        return in.getDecimalValue();
    }

    /** A timestamp: a number of seconds since 1970, or a text in any of Smithy's three formats. */
    public static Instant timestamp(JsonParser in) {
        JsonToken token = in.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            Instant value = DateParser.parse(in.getString());
            if (value == null) {
                throw fault(in, "is '" + excerpt(in.getString()) + "', expected a timestamp", null);
            }
            return value;
        }
        try {
            if (token == JsonToken.VALUE_NUMBER_INT) {
                return Instant.ofEpochSecond(in.getLongValue());
            }
            if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                return DateParser.epochSeconds(in.getDecimalValue());
            }
        } catch (InputCoercionException | ArithmeticException | DateTimeException e) {
            throw misfit(in, "a timestamp", e);
        }
        throw mismatch(in, "a timestamp");
    }

    /** A blob: base64, or the bytes of a format that has them. */
    public static Blob blob(JsonParser in) {
        JsonToken token = in.currentToken();
        if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_EMBEDDED_OBJECT) {
            throw mismatch(in, "a base64 string");
        }
        try {
            return Blob.unsafe(in.getBinaryValue());
        } catch (StreamReadException e) {
            throw fault(in, "is not valid base64", e);
        }
    }

    /** A document; null is {@link Document#NULL}. The parser limits how deep it may be nested. */
    public static Document document(JsonParser in) {
        JsonToken token = in.currentToken();
        if (token == null) {
            token = in.nextToken();
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, Document> values = new LinkedHashMap<>();
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                values.put(name, document(in));
            }
            return Document.map(values);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Document> values = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                values.add(document(in));
            }
            return Document.list(values);
        }
        if (token == JsonToken.VALUE_STRING) {
            return Document.of(in.getString());
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            Number value = in.getNumberValue();
            return value instanceof BigInteger integer ? Document.of(integer) : Document.of(value.longValue());
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return Document.of(in.getDecimalValue());
        }
        if (token == null || token == JsonToken.VALUE_NULL) {
            return Document.NULL;
        }
        return Document.of(bool(in));
    }

    /** A list of strings; null elements are dropped, and null is the empty list. */
    public static List<String> strings(JsonParser in) {
        List<String> values = new ArrayList<>();
        if (startArray(in)) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                if (in.currentToken() != JsonToken.VALUE_NULL) {
                    values.add(string(in));
                }
            }
        }
        return values;
    }

    /** A list of strings that keeps null elements; null is the empty list. */
    public static List<@Nullable String> sparseStrings(JsonParser in) {
        List<@Nullable String> values = new ArrayList<>();
        if (startArray(in)) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                values.add(in.currentToken() == JsonToken.VALUE_NULL ? null : string(in));
            }
        }
        return values;
    }

    /** A map of strings; null values are dropped, and null is the empty map. */
    public static Map<String, String> stringMap(JsonParser in) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key = start(in); key != null; key = in.nextName()) {
            if (in.nextToken() != JsonToken.VALUE_NULL) {
                values.put(key, string(in));
            }
        }
        return values;
    }

    /** A map of strings that keeps null values; null is the empty map. */
    public static Map<String, @Nullable String> sparseStringMap(JsonParser in) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (String key = start(in); key != null; key = in.nextName()) {
            values.put(key, in.nextToken() == JsonToken.VALUE_NULL ? null : string(in));
        }
        return values;
    }

    /** The exception for a value of the wrong kind: {@code /viewPort/width is a string, expected an integer}. */
    public static MalformedResponseException mismatch(JsonParser in, String expected) {
        return fault(in, "is " + kind(in.currentToken()) + ", expected " + expected, null);
    }

    /** The exception for a union of which two members are set. */
    public static MalformedResponseException unionWithTwo(JsonParser in, String union, String first, String second) {
        return fault(in, "sets two members of the union " + union + ", '" + first + "' and '" + second + "'", null);
    }

    private static MalformedResponseException misfit(JsonParser in, String expected, @Nullable Throwable cause) {
        return fault(in, "is " + excerpt(in.getString()) + ", which does not fit " + expected, cause);
    }

    private static MalformedResponseException fault(JsonParser in, String fault, @Nullable Throwable cause) {
        TokenStreamContext context = in.streamReadContext();
        String pointer = context.pathAsPointer().toString();
        return new MalformedResponseException((pointer.isEmpty() ? "the body" : pointer) + " " + fault, cause);
    }

    private static String excerpt(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }

    private static String kind(@Nullable JsonToken token) {
        if (token == null) {
            return "missing";
        }
        return switch (token) {
            case START_OBJECT, END_OBJECT, PROPERTY_NAME -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            case VALUE_EMBEDDED_OBJECT -> "binary data";
            case NOT_AVAILABLE -> "missing";
        };
    }
}
