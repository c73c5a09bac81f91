package dev.whittle.codegen.model;

/** What a text must be to stand in a source of Java. */
public final class JavaText {
    private JavaText() {}

    /** Whether a source can hold it: half a surrogate pair has no encoding, and a line separator may end the line. */
    public static boolean isWritable(String text) {
        return text.codePoints().allMatch(c -> {
            int type = Character.getType(c);
            return type != Character.SURROGATE
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
        });
    }
}
