package dev.whittle.codegen.problem;

/** Makes text from a model fit to be shown: on one line, short, and without characters that could mislead. */
public final class Quote {
    private static final int LONGEST = 80;

    private Quote() {}

    /** The text in single quotes, shortened to a length that a message bears. */
    public static String of(String text) {
        return "'" + shortened(text) + "'";
    }

    /** The text without quotes, shortened to a length that a message bears. */
    public static String shortened(String text) {
        return text.length() <= LONGEST ? oneLine(text) : oneLine(text.substring(0, LONGEST - 1)) + "…";
    }

    /**
     * The text with every character that is not plainly visible written as a Unicode escape: line breaks and other
     * controls, characters that change the direction of writing, and halves of surrogate pairs.
     */
    public static String oneLine(String text) {
        int clean = 0;
        while (clean < text.length() && text.charAt(clean) >= ' ' && text.charAt(clean) < 127) {
            clean++;
        }
        if (clean == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, clean);
        text.codePoints().skip(clean).forEach(c -> {
            if (isShown(c)) {
                out.appendCodePoint(c);
            } else if (c <= 0xFFFF) {
                String hex = Integer.toHexString(c);
                out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
            } else {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return out.toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
