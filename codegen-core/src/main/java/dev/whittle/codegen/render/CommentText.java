package dev.whittle.codegen.render;

import java.util.ArrayList;
import java.util.List;

/** Lays out documentation: in one line where it fits, else in lines that are filled. */
final class CommentText {
    private static final String MARK = " * ";

    private CommentText() {}

    // /** Width in pixels. */
    /**
     * The comment around a text.
     *
     * @param columns how far in the comment stands
     */
    static String of(String text, int columns) {
        String content = text.stripTrailing();
        boolean single = content.indexOf('\n') < 0;
        if (single && columns + "/**  */".length() + content.length() <= LineBreaker.WIDTH) {
            return "/** " + content + " */\n";
        }
        StringBuilder comment = new StringBuilder(content.length() + 64).append("/**\n");
        int width = LineBreaker.WIDTH - columns - MARK.length();
        boolean isCode = false;
        for (String line : content.split("\n", -1)) {
            isCode = line.startsWith("<pre>") || (isCode && !line.endsWith("</pre>"));
            if (isCode || line.length() <= width) {
                append(comment, line);
            } else {
                filled(line, width).forEach(part -> append(comment, part));
            }
        }
        return comment.append(" */\n").toString();
    }

    private static void append(StringBuilder comment, String line) {
        comment.append(line.isEmpty() ? " *" : MARK).append(line).append('\n');
    }

    /** Fills lines of a width; an inline tag goes to the next line as a whole, unless it is longer than a line; an HTML tag is never broken. */
    private static List<String> filled(String line, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (line.length() - start > width) {
            int end = lastSpace(line, start, start + width);
            if (end < 0) {
                break;
            }
            lines.add(line.substring(start, end));
            start = end + 1;
        }
        lines.add(line.substring(start));
        return lines;
    }

    /** The last space outside of tags up to a limit, else the last in an inline tag, else the first behind; negative if none. */
    private static int lastSpace(String line, int start, int limit) {
        int outside = -1;
        int anywhere = -1;
        int braces = 0;
        boolean inTag = false;
        for (int i = start; i < line.length() && (i <= limit || anywhere < 0); i++) {
            switch (line.charAt(i)) {
                case '{' -> braces++;
                case '}' -> braces--;
                case '<' -> inTag = true;
                case '>' -> inTag = false;
                case ' ' -> {
                    anywhere = i > start && !inTag ? i : anywhere;
                    outside = i > start && braces <= 0 && !inTag && i <= limit ? i : outside;
                }
                default -> {}
            }
        }
        return outside >= 0 ? outside : anywhere;
    }
}
