package dev.whittle.runtime.codec;

import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.internal.DateParser;
import dev.whittle.runtime.internal.Dates;
import dev.whittle.runtime.internal.UnwritableException;
import dev.whittle.runtime.internal.Utf8;
import dev.whittle.runtime.shape.Blob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * Members as text, the way they stand in headers, query strings and URI labels. The readers take the text and where it
 * was found, such as {@code header X-Retry-After}, and throw {@link MalformedResponseException} for text that is not
 * what the model says.
 */
public final class Text {
    private Text() {}

    /** Decimal digits. */
    public static String of(int value) {
        return Integer.toString(value);
    }

    /** Decimal digits. */
    public static String of(long value) {
        return Long.toString(value);
    }

    /** {@code true} or {@code false}. */
    public static String of(boolean value) {
        return value ? "true" : "false";
    }

    /** The shortest text that reads back as the same value; {@code NaN}, {@code Infinity} or {@code -Infinity}. */
    public static String of(float value) {
        return Float.toString(value);
    }

    /** The shortest text that reads back as the same value; {@code NaN}, {@code Infinity} or {@code -Infinity}. */
    public static String of(double value) {
        return Double.toString(value);
    }

    /** Decimal digits. */
    public static String of(BigInteger value) {
        return value.toString();
    }

    /** Decimal digits, with an exponent where {@link BigDecimal#toString} has one. */
    public static String of(BigDecimal value) {
        return value.toString();
    }

    /**
     * RFC 3339: {@code 2014-04-29T18:30:38Z}.
     *
     * @param member the name of the member, for the message
     * @throws IllegalArgumentException outside of the years 0 to 9999
     */
    public static String dateTime(Instant value, String member) {
        return Dates.dateTime(writable(value, member));
    }

    /**
     * IMF-fixdate: {@code Tue, 29 Apr 2014 18:30:38 GMT}.
     *
     * @param member the name of the member, for the message
     * @throws IllegalArgumentException outside of the years 0 to 9999
     */
    public static String httpDate(Instant value, String member) {
        return Dates.httpDate(writable(value, member));
    }

    private static Instant writable(Instant value, String member) {
        if (!Dates.isWritable(value)) {
            throw UnwritableException.ofTimestamp("member '" + member + "': ");
        }
        return value;
    }

    /** Seconds since 1970, with milliseconds if there are any. */
    public static String epochSeconds(Instant value) {
        if (value.getNano() < 1_000_000) {
            return Long.toString(value.getEpochSecond());
        }
        return Dates.epochSeconds(value).toPlainString();
    }

    /** Base64 of the bytes. */
    public static String base64(Blob value) {
        return Base64.getEncoder().encodeToString(value.unsafeArray());
    }

    /**
     * Base64 of the text's UTF-8 form.
     *
     * @throws IllegalArgumentException if the text holds half of a surrogate pair
     */
    public static String base64(String utf8) {
        return Base64.getEncoder().encodeToString(Utf8.bytes(utf8));
    }

    /** A 32-bit integer. */
    public static int integer(String text, String where) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw fault(text, where, "an integer");
        }
    }

    /** A 64-bit integer. */
    public static long longInteger(String text, String where) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw fault(text, where, "a long");
        }
    }

    /** A 16-bit integer. */
    public static short shortInteger(String text, String where) {
        try {
            return Short.parseShort(text.trim());
        } catch (NumberFormatException e) {
            throw fault(text, where, "a short");
        }
    }

    /** An 8-bit integer. */
    public static byte byteInteger(String text, String where) {
        try {
            return Byte.parseByte(text.trim());
        } catch (NumberFormatException e) {
            throw fault(text, where, "a byte");
        }
    }

    /** {@code true} or {@code false}, in any case. */
    public static boolean bool(String text, String where) {
        String word = text.trim();
        if (word.equalsIgnoreCase("true")) {
            return true;
        }
        if (word.equalsIgnoreCase("false")) {
            return false;
        }
        throw fault(text, where, "a boolean");
    }

    /** A 32-bit floating point number. */
    public static float floating(String text, String where) {
        try {
            return Float.parseFloat(text.trim());
        } catch (NumberFormatException e) {
            throw fault(text, where, "a float");
        }
    }

    /** A 64-bit floating point number. */
    public static double doubleFloating(String text, String where) {
        try {
            return Double.parseDouble(text.trim());
        } catch (NumberFormatException e) {
            throw fault(text, where, "a double");
        }
    }

    /** An integer of up to 1000 digits. */
    public static BigInteger bigInteger(String text, String where) {
        try {
            return new BigInteger(limited(text));
        } catch (NumberFormatException e) {
            throw fault(text, where, "an integer");
        }
    }

    /** A decimal of up to 1000 characters. */
    public static BigDecimal bigDecimal(String text, String where) {
        try {
            return new BigDecimal(limited(text));
        } catch (NumberFormatException e) {
            throw fault(text, where, "a number");
        }
    }

    // Reading digits takes time that grows with the square of their number.
    private static String limited(String text) {
        String digits = text.trim();
        if (digits.length() > 1000) {
            throw new NumberFormatException("more than 1000 characters");
        }
        return digits;
    }

    /** A timestamp in any of Smithy's three formats. */
    public static Instant timestamp(String text, String where) {
        Instant value = DateParser.parse(text.trim());
        if (value == null) {
            throw fault(text, where, "a timestamp");
        }
        return value;
    }

    /** The bytes of a base64 text. */
    public static Blob blobFromBase64(String text, String where) {
        return Blob.unsafe(decode(text, where));
    }

    /** The text whose UTF-8 form a base64 text holds. */
    public static String stringFromBase64(String text, String where) {
        return new String(decode(text, where), StandardCharsets.UTF_8);
    }

    private static byte[] decode(String text, String where) {
        try {
            return Base64.getDecoder().decode(text.trim());
        } catch (IllegalArgumentException e) {
            throw fault(text, where, "base64");
        }
    }

    /** Says how long a text is, but not what it says, and does not keep what the JDK says of it: it may be a secret. */
    private static MalformedResponseException fault(String text, String where, String expected) {
        return new MalformedResponseException(
                where + " is a text of length " + text.length() + ", expected " + expected, null);
    }
}
