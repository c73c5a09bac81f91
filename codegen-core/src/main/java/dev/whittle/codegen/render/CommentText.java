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
        for (String line : content.split("\n", -1)) {
            if (line.length() <= width) {
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

    private static List<String> filled(String line, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int last = -1;
        int braces = 0;
        boolean inTag = false;
        for (int i = 0; i < line.length(); i++) {
            switch (line.charAt(i)) {
                case '{' -> braces++;
                case '}' -> braces = Math.max(0, braces - 1);
                case '<' -> inTag = true;
                case '>' -> inTag = false;
                case ' ' -> last = braces == 0 && !inTag && i > start ? i : last;
                default -> {}
            }
            if (i - start >= width && last > start) {
                lines.add(line.substring(start, last));
                start = last + 1;
                last = -1;
                i = start - 1;
                braces = 0;
                inTag = false;
            }
        }
        lines.add(line.substring(start));
        return lines;
    }
}
