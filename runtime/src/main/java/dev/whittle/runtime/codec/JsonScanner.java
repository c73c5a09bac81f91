package dev.whittle.runtime.codec;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Steps through a JSON text, RFC 8259, token by token. Strings are read when they are asked for, and passed over when
 * they are not. What follows the outermost value is not looked at.
 */
final class JsonScanner extends JsonStrings {
    /** Kinds of tokens: mostly the character that one begins with. */
    static final int NOT_BEGUN = 0;

    static final int OBJECT = '{';
    static final int OBJECT_END = '}';
    static final int ARRAY = '[';
    static final int ARRAY_END = ']';
    static final int NAME = ':';
    static final int STRING = '"';
    static final int NUMBER = '0';
    static final int TRUE = 't';
    static final int FALSE = 'f';
    static final int NULL = 'n';
    static final int END = -1;

    private static final int MAX_NUMBER = 1000;

    private int token = NOT_BEGUN;
    private boolean unread;
    private int numberStart;
    private boolean integral;

    JsonScanner(InputStream source) {
        super(source);
    }

    JsonScanner(byte[] whole) {
        super(whole);
    }

    /** The kind of the current token. */
    int token() {
        return token;
    }

    /** Goes to the first token, if none has been read. */
    int begin() {
        return token == NOT_BEGUN ? next() : token;
    }

    /** Goes to the next token. */
    int next() {
        passString();
        if (depth == 0) {
            int first = token == NOT_BEGUN ? afterMark(significant()) : END;
            return first < 0 ? at(END) : begin(first);
        }
        if (maps[depth]) {
            return token == NAME ? value() : nextName() == null ? OBJECT_END : NAME;
        }
        int b = required();
        if (b == ']') {
            depth--;
            return at(ARRAY_END);
        }
        if (counts[depth] > 0) {
            expect(b, ',');
            b = required();
        }
        counts[depth]++;
        return begin(b);
    }

    private int at(int kind) {
        token = kind;
        return kind;
    }

    /** Goes to the next name of the current object and reads it; null at the object's end. */
    @Nullable
    String nextName() {
        if (!beginName()) {
            return null;
        }
        String name = name();
        endName(name);
        return name;
    }

    /** Goes from a name to its value. */
    int value() {
        return begin(required());
    }

    private boolean beginName() {
        passString();
        int b = required();
        if (b == '}') {
            depth--;
            token = OBJECT_END;
            return false;
        }
        if (counts[depth]++ > 0) {
            expect(b, ',');
            b = required();
        }
        expect(b, '"');
        return true;
    }

    private void endName(@Nullable String name) {
        names[depth] = name;
        expect(required(), ':');
        token = NAME;
    }

    private void expect(int b, char expected) {
        if (b != expected) {
            throw broken();
        }
    }

    /** Begins the value whose first byte has been read. */
    private int begin(int first) {
        return switch (first) {
            case '{', '[' -> {
                enter(first == OBJECT);
                yield at(first);
            }
            case '"' -> {
                unread = true;
                yield at(STRING);
            }
            case 't' -> literal(TRUE, "rue");
            case 'f' -> literal(FALSE, "alse");
            case 'n' -> literal(NULL, "ull");
            default -> number(first);
        };
    }

    private int literal(int kind, String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if (raw() != rest.charAt(i)) {
                throw broken();
            }
        }
        return at(kind);
    }

    // number = [ "-" ] ( "0" / digit1-9 *digit ) [ "." 1*digit ] [ ( "e" / "E" ) [ "-" / "+" ] 1*digit ]
    private int number(int first) {
        numberStart = position - 1;
        int b = first == '-' ? numeral() : first;
        if (b == '0') {
            b = numeral();
        } else {
            b = digits(b);
        }
        integral = b != '.' && b != 'e' && b != 'E';
        if (b == '.') {
            b = digits(numeral());
        }
        if (b == 'e' || b == 'E') {
            b = numeral();
            b = digits(b == '-' || b == '+' ? numeral() : b);
        }
        if (b >= '0' && b <= '9') {
            // After a leading zero.
            throw broken();
        }
        if (b >= 0) {
            position--;
        }
        return at(NUMBER);
    }

    /** Reads at least one digit, and returns the byte after the last. */
    private int digits(int first) {
        int b = first;
        if (b < '0' || b > '9') {
            throw b < 0 ? cutOff() : broken();
        }
        while (b >= '0' && b <= '9') {
            b = numeral();
        }
        // The byte after the last has been read too, unless there is none.
        checkDigits(b < 0 ? position : position - 1);
        return b;
    }

    /** The next byte of a number, or the one after it; -1 at the end. */
    private int numeral() {
        if (position == limit) {
            checkDigits(position);
            if (!receive(numberStart)) {
                return -1;
            }
            numberStart = 0;
        }
        return bytes[position++] & 0xFF;
    }

    private void checkDigits(int end) {
        if (end - numberStart > MAX_NUMBER) {
            throw tooLarge("a number of more than " + MAX_NUMBER + " digits");
        }
    }

    /** Whether the current number has neither fraction nor exponent. */
    boolean isIntegral() {
        return integral;
    }

    /** The current number as it was written. */
    String numberText() {
        return new String(bytes, numberStart, position - numberStart, StandardCharsets.ISO_8859_1);
    }

    /**
     * The current number, which is integral.
     *
     * @throws NumberFormatException if it has more than 64 bits
     */
    long longValue() {
        boolean negative = bytes[numberStart] == '-';
        int from = negative ? numberStart + 1 : numberStart;
        if (position - from > 18) {
            return Long.parseLong(numberText());
        }
        long value = 0;
        for (int i = from; i < position; i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        return negative ? -value : value;
    }

    /** Reads the current string, which can be had once. */
    String string() {
        unread = false;
        return text();
    }

    /** Reads the bytes that the current string has in base64; null if it is no base64. */
    byte @Nullable [] binary() {
        unread = false;
        return base64();
    }

    private void passString() {
        if (unread) {
            unread = false;
            skipText();
        }
    }

    /** Goes to the end of the current value. */
    void skip() {
        passString();
        if (token == OBJECT || token == ARRAY) {
            int outside = depth - 1;
            while (depth > outside) {
                if (!maps[depth] || token == NAME) {
                    next();
                } else if (beginName()) {
                    skipText();
                    endName(null);
                }
            }
        }
    }

    /** What the current token is, in words. */
    String kind() {
        return switch (token) {
            case OBJECT, OBJECT_END, NAME -> "an object";
            case ARRAY, ARRAY_END -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case TRUE, FALSE -> "a boolean";
            case NULL -> "null";
            default -> "missing";
        };
    }
}
