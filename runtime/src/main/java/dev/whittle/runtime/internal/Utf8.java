package dev.whittle.runtime.internal;

import java.nio.charset.StandardCharsets;

/** Text as UTF-8, without the question marks that the JDK writes in place of what UTF-8 cannot hold. */
public final class Utf8 {
    /** Names what UTF-8 has no bytes for. */
    public static final String HALF_PAIR = "half of a surrogate pair, which is not a character";

    private Utf8() {}

    /** Whether a text can be written as UTF-8: no half of a surrogate pair is without the other. */
    public static boolean isWritable(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (isHalf(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Whether the surrogate at an index does not begin a pair. */
    public static boolean isHalf(String text, int index) {
        return index + 1 == text.length() || !Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
    }

    /**
     * The bytes of a text.
     *
     * @throws IllegalArgumentException if it holds half of a surrogate pair
     */
    public static byte[] bytes(String text) {
        if (!isWritable(text)) {
            throw UnwritableException.of("a text holds " + HALF_PAIR);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
