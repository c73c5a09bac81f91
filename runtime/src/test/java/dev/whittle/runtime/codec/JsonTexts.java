package dev.whittle.runtime.codec;

import java.util.List;
import java.util.Random;

/**
 * Makes JSON texts with what the grammar allows, and some that have been damaged since. No surrogates are escaped:
 * Jackson refuses half a pair, which we keep.
 */
final class JsonTexts {
    private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\r\n\t", "  ");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "7",
            "-12",
            "2147483648",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "999999999999999999",
            "1000000000000000000",
            "0.5",
            "-1.25",
            "1e3",
            "1E+3",
            "12.5e-7",
            "0e0",
            "123456789012345678901234567890.123");
    private static final List<String> LETTERS = List.of(
            "a", "b", "Z", "0", " ", "/", "ü", "€", "😀", "\u007f", "\u2028", "\uFFFD", "\\\"", "\\\\", "\\/", "\\b",
            "\\f", "\\n", "\\r", "\\t", "\\u00fc", "\\u20AC", "\\u0000");
    private static final String DAMAGE = "{}[]\",:\\0123456789-+.eEtrufalsn \n\t/x\u0000\u0001\u00e9";

    private final Random random;

    JsonTexts(Random random) {
        this.random = random;
    }

    /** An object or array, for what follows another kind of value is not looked at. */
    String text() {
        StringBuilder out = new StringBuilder();
        space(out);
        container(out, 0);
        return out.toString();
    }

    /** A text with a few characters changed, added or left out. */
    String damaged() {
        StringBuilder text = new StringBuilder(text());
        for (int i = random.nextInt(3); i >= 0 && text.length() > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, DAMAGE.charAt(random.nextInt(DAMAGE.length())));
                case 1 -> text.insert(at, DAMAGE.charAt(random.nextInt(DAMAGE.length())));
                case 2 -> text.deleteCharAt(at);
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }

    private void container(StringBuilder out, int depth) {
        boolean object = random.nextBoolean();
        out.append(object ? '{' : '[');
        space(out);
        for (int i = 0, size = random.nextInt(5); i < size; i++) {
            if (i > 0) {
                out.append(',');
                space(out);
            }
            if (object) {
                string(out);
                space(out);
                out.append(':');
                space(out);
            }
            value(out, depth + 1);
            space(out);
        }
        out.append(object ? '}' : ']');
    }

    private void value(StringBuilder out, int depth) {
        switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> out.append("true");
            case 1 -> out.append("false");
            case 2 -> out.append("null");
            case 3 -> out.append(one(NUMBERS));
            case 4 -> string(out);
            default -> container(out, depth);
        }
    }

    private void string(StringBuilder out) {
        out.append('"');
        boolean plain = random.nextBoolean();
        for (int i = random.nextInt(random.nextInt(100) == 0 ? 9000 : 12); i > 0; i--) {
            out.append(plain ? "k" : one(LETTERS));
        }
        out.append('"');
    }

    private void space(StringBuilder out) {
        out.append(one(SPACES));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
