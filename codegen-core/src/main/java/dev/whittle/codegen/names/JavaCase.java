package dev.whittle.codegen.names;

/** Turns names of a model into Java's spellings; ASCII only, so that no locale has a say. */
public final class JavaCase {
    private JavaCase() {}

    /** {@code bedrock-agentcore} → {@code BedrockAgentcore}; what is upper case stays so. */
    public static String upperCamel(String name) {
        StringBuilder camel = new StringBuilder(name.length());
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isAlphanumeric(c)) {
                start = true;
            } else {
                camel.append(start ? upper(c) : c);
                start = false;
            }
        }
        return identifier(camel);
    }

    /** {@code KMSKeyId} → {@code kmsKeyId}; only the first word changes its case. */
    public static String lowerCamel(String name) {
        String camel = upperCamel(name);
        StringBuilder lower = new StringBuilder(camel);
        int end = firstWordEnd(camel);
        for (int i = 0; i < end; i++) {
            lower.setCharAt(i, lower(camel.charAt(i)));
        }
        return lower.toString();
    }

    /** {@code CannotParse} → {@code CANNOT_PARSE}, {@code m5.large} → {@code M5_LARGE}. */
    public static String constant(String value) {
        StringBuilder constant = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isAlphanumeric(c)) {
                separate(constant);
            } else {
                if (isUpper(c) && startsWord(value, i)) {
                    separate(constant);
                }
                constant.append(upper(c));
            }
        }
        int length = constant.length();
        if (length > 0 && constant.charAt(length - 1) == '_') {
            constant.setLength(length - 1);
        }
        return constant.isEmpty() ? "" : identifier(constant);
    }

    private static void separate(StringBuilder constant) {
        if (!constant.isEmpty() && constant.charAt(constant.length() - 1) != '_') {
            constant.append('_');
        }
    }

    /** An upper-case letter starts a word after a lower-case one or a digit, and as the last of several before a lower-case one. */
    private static boolean startsWord(String text, int i) {
        if (i == 0) {
            return false;
        }
        char before = text.charAt(i - 1);
        if (isLower(before)) {
            return true;
        }
        return isUpper(before) && i + 1 < text.length() && isLower(text.charAt(i + 1)) && !isPlural(text, i + 1);
    }

    private static int firstWordEnd(String camel) {
        int i = 0;
        while (i < camel.length() && isUpper(camel.charAt(i))) {
            i++;
        }
        if (i <= 1 || i == camel.length() || !isLower(camel.charAt(i))) {
            return i;
        }
        return isPlural(camel, i) ? i + 1 : i - 1;
    }

    /** The {@code s} of {@code URLs} belongs to the capitals before it. */
    private static boolean isPlural(String text, int i) {
        return text.charAt(i) == 's' && (i + 1 == text.length() || !isLower(text.charAt(i + 1)));
    }

    private static String identifier(StringBuilder name) {
        if (name.isEmpty() || isDigit(name.charAt(0))) {
            name.insert(0, '_');
        }
        return name.toString();
    }

    private static boolean isAlphanumeric(char c) {
        return isUpper(c) || isLower(c) || isDigit(c);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static char upper(char c) {
        return isLower(c) ? (char) (c - 'a' + 'A') : c;
    }

    static char lower(char c) {
        return isUpper(c) ? (char) (c - 'A' + 'a') : c;
    }
}
