package dev.whittle.runtime.codec;

import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.internal.DateParser;
import dev.whittle.runtime.shape.Blob;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members that an XML document holds, XML 1.0 in UTF-8, from a stream. The reader stands at an element: it has
 * read the start tag, and nothing of the content. {@link #first} and {@link #next} lead to the elements in it; each of
 * them is read by one of the methods for scalars, or by the same two methods, or is passed over by {@link #skip}.
 *
 * <p>Every method throws {@link MalformedResponseException}, with the path of the element, for a document that is not
 * well-formed, for an element with content of another kind, and for a value that does not fit; and {@link
 * java.io.UncheckedIOException} when the stream fails. What is skipped is checked as well, and so is what follows the root
 * element when its end is read.
 *
 * <p>Names are local names: prefixes of namespaces are dropped and not resolved. Text beside elements is ignored. Document
 * type declarations are errors, so no document can define entities or refer to others. Errors are too: nesting deeper than
 * 500, more than 256 attributes of one element, names longer than 50,000 bytes, texts longer than 100 million characters
 * and numbers longer than 1000.
 */
public final class XmlReader {
    private static final int MAX_NUMBER = 1000;

    private final XmlScanner in;

    /** Reads a stream, which the caller closes. */
    public XmlReader(InputStream in) {
        this.in = new XmlScanner(in);
    }

    /** Reads bytes, which are not copied. */
    public XmlReader(byte[] bytes) {
        this.in = new XmlScanner(bytes);
    }

    /** Gives back what was borrowed for reading. */
    public void close() {
        in.close();
    }

    /** Whether there is a root element, to which the first call goes: false when the body has only white space. */
    public boolean hasValue() {
        return in.begin();
    }

    /** The local name of the current element; empty when there is no content at all. */
    public String elementName() {
        in.begin();
        return in.elementName();
    }

    /**
     * The root element as a document of its own, without its attributes: for a reader that stands at the root. Nothing is
     * left to read afterwards.
     *
     * @param most where a longer document is cut off, in bytes
     */
    public byte[] root(int most) {
        return in.root(most);
    }

    /**
     * The value of an attribute of the current element, whose content has not been read; null when there is none. If no
     * attribute has this name as it is written, prefix and all, the first with the same local name counts.
     */
    public @Nullable String attribute(String name) {
        in.begin();
        return in.attribute(name);
    }

    /**
     * Enters the current element and goes to its first child. Returns the child's name; null when there is none, and the
     * element has been read then, or when there is no content at all.
     */
    public @Nullable String first() {
        return in.begin() ? child(in.firstChild()) : null;
    }

    /**
     * Goes to the next child, and passes over the current one if nothing of it has been read. Returns its name; null at the
     * end of the parent, which has been read then.
     */
    public @Nullable String next() {
        if (in.isOpen()) {
            skip();
        }
        return child(in.nextChild());
    }

    private @Nullable String child(boolean found) {
        if (found) {
            return in.elementName();
        }
        in.leave();
        return null;
    }

    /**
     * Goes to the first child of a name, such as the wrapper {@code GetUserResult}, and lets it stand for the current
     * element: when the child has been read, what follows in the current element is passed over, and both are read. False
     * when there is no such child, and the element has been read then.
     */
    public boolean enter(String name) {
        for (String child = first(); child != null; child = next()) {
            if (child.equals(name)) {
                in.enterParent();
                return true;
            }
        }
        return false;
    }

    /** Goes behind the current element. */
    public void skip() {
        if (in.begin()) {
            in.pass();
            in.leave();
        }
    }

    /** A string: all text of the element, with its white space. */
    public String string() {
        String text = text();
        in.leave();
        return text;
    }

    /** A boolean: {@code true} or {@code false}, in any case. */
    public boolean bool() {
        String text = text().trim();
        boolean value = text.equalsIgnoreCase("true");
        if (!value && !text.equalsIgnoreCase("false")) {
            throw mismatch(text, "a boolean");
        }
        in.leave();
        return value;
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
        String text = number(expected);
        long value;
        try {
            value = isIntegral(text) ? Long.parseLong(text) : new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw mismatch(text, expected);
        }
        if (value < min || value > max) {
            throw mismatch(text, expected);
        }
        in.leave();
        return value;
    }

    private static boolean isIntegral(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return false;
            }
        }
        return true;
    }

    /** A 32-bit floating point number, {@code NaN}, {@code Infinity} or {@code -Infinity}. */
    public float floating() {
        String text = text().trim();
        float value;
        try {
            value = Float.parseFloat(isNamed(text) ? text : number(text, "a float"));
        } catch (NumberFormatException e) {
            throw mismatch(text, "a float");
        }
        if (Float.isInfinite(value) && !isNamed(text)) {
            throw mismatch(text, "a float");
        }
        in.leave();
        return value;
    }

    /** A 64-bit floating point number, {@code NaN}, {@code Infinity} or {@code -Infinity}. */
    public double doubleFloating() {
        String text = text().trim();
        double value;
        try {
            value = Double.parseDouble(isNamed(text) ? text : number(text, "a double"));
        } catch (NumberFormatException e) {
            throw mismatch(text, "a double");
        }
        if (Double.isInfinite(value) && !isNamed(text)) {
            throw mismatch(text, "a double");
        }
        in.leave();
        return value;
    }

    private static boolean isNamed(String text) {
        return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }

    /** An integer of any size. */
    public BigInteger bigInteger() {
        String text = number("an integer");
        BigInteger value;
        try {
            value = new BigInteger(text);
        } catch (NumberFormatException e) {
            throw mismatch(text, "an integer");
        }
        in.leave();
        return value;
    }

    /** A decimal of any precision. */
    public BigDecimal bigDecimal() {
        String text = number("a number");
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw mismatch(text, "a number");
        }
        in.leave();
        return value;
    }

    /** A timestamp in the format {@code date-time}; the two other formats of Smithy are read as well. */
    public Instant dateTime() {
        return timestamp();
    }

    /** A timestamp in the format {@code http-date}; the two other formats of Smithy are read as well. */
    public Instant httpDate() {
        return timestamp();
    }

    /** A timestamp in the format {@code epoch-seconds}; the two other formats of Smithy are read as well. */
    public Instant epochSeconds() {
        return timestamp();
    }

    private Instant timestamp() {
        String text = text().trim();
        Instant value = DateParser.parse(text);
        if (value == null) {
            throw mismatch(text, "a timestamp");
        }
        in.leave();
        return value;
    }

    /** A blob, which is text of base64. */
    public Blob blob() {
        Blob value = Text.blobFromBase64(text(), in.place());
        in.leave();
        return value;
    }

    /** A list of strings: each child is one, whatever its name is. */
    public List<String> strings() {
        List<String> values = new ArrayList<>();
        for (String item = first(); item != null; item = next()) {
            values.add(string());
        }
        return values;
    }

    /** The exception for a union of which two members are set. */
    public MalformedResponseException unionWithTwo(String union, String first, String second) {
        return in.refused("sets two members of the union " + union + ", '" + first + "' and '" + second + "'");
    }

    private String text() {
        if (!in.begin()) {
            throw in.refused("is empty, expected an element");
        }
        return in.text();
    }

    private String number(String expected) {
        return number(text().trim(), expected);
    }

    // The JDK reads digits of other scripts, hexadecimal ones and suffixes, none of which are decimal numbers here.
    private String number(String text, String expected) {
        int length = text.length();
        if (length > MAX_NUMBER) {
            throw in.tooLarge("a number of more than " + MAX_NUMBER + " digits");
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                throw mismatch(text, expected);
            }
        }
        return text;
    }

    /** Has neither the value nor what the JDK says of it: the value may be a secret. */
    private MalformedResponseException mismatch(String text, String expected) {
        return in.refused("is a text of length " + text.length() + ", expected " + expected);
    }
}
