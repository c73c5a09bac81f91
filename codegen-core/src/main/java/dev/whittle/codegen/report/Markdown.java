package dev.whittle.codegen.report;

import java.util.regex.Pattern;

/** Texts in GitHub's Markdown, in which nothing of them means something else. */
final class Markdown {
    /** These neither begin nor end anything inside of a line. */
    private static final String PLAIN = " ,'\"()-/=?%+;";

    /** What GitHub would turn into a link: a scheme, or a host. */
    private static final Pattern LINK = Pattern.compile(":(?=/)|(?<=\\bwww)\\.", Pattern.CASE_INSENSITIVE);

    private Markdown() {}

    /**
     * A text in a paragraph or in the cell of a table. Names of users and numbers of issues would notify people: GitHub looks
     * for them after it has read the Markdown, so that only a comment behind the sign prevents it.
     */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '@' -> escaped.append("@<!-- -->");
                case '#' -> escaped.append("\\#<!-- -->");
                case '<', '>', '&', '|', '$' -> appendEntity(escaped, c);
                default -> {
                    if (isPlain(c) || c == '.' || c == ':' || PLAIN.indexOf(c) >= 0) {
                        escaped.appendCodePoint(c);
                    } else {
                        escaped.append('\\').appendCodePoint(c);
                    }
                }
            }
        });
        return LINK.matcher(escaped).replaceAll("\\\\$0");
    }

    /** A text as code. Entities where a table or the marks of code would need escapes. */
    static String code(String text) {
        if (text.isEmpty()) {
            return "";
        }
        boolean isSimple = text.chars().noneMatch(c -> c == '`' || c == '|' || c == '\\') && text.equals(text.strip());
        if (isSimple) {
            return "`" + text + "`";
        }
        StringBuilder escaped = new StringBuilder(text.length() * 2).append("<code>");
        text.codePoints().forEach(c -> {
            if (isPlain(c) || c == ' ') {
                escaped.appendCodePoint(c);
            } else {
                appendEntity(escaped, c);
            }
        });
        return escaped.append("</code>").toString();
    }

    /** A block of code with lines that begin with a minus or a plus, fenced by more backticks than it has. */
    static String difference(String before, String after) {
        String block = "- " + before + "\n" + (after.isEmpty() ? "" : "+ " + after + "\n");
        String fence = "```";
        while (block.contains(fence)) {
            fence += "`";
        }
        return fence + "diff\n" + block + fence + "\n";
    }

    private static boolean isPlain(int c) {
        return c > 126 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static void appendEntity(StringBuilder escaped, int c) {
        escaped.append("&#").append(c).append(';');
    }
}
