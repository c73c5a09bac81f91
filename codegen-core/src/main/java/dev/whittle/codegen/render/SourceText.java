package dev.whittle.codegen.render;

/** Text that grows line by line: indented, commented where it is documentation, and wrapped where that is allowed. */
final class SourceText {
    private static final String INDENT = "    ";
    private static final int WIDTH = 100;

    /** The lines of a statement after its first are indented twice. */
    private static final int CONTINUED = 2;

    private static final int OUTSIDE = -1;

    private final StringBuilder text = new StringBuilder(8192);
    private String comment = "";
    private int indent;
    private int statementLine = OUTSIDE;
    private boolean atLineStart = true;
    private int lineStart;
    private int wrap = -1;
    private int wrapIndent;

    StringBuilder text() {
        return text;
    }

    void indent(int levels) {
        indent += levels;
    }

    /** Begins every line with a mark, {@code "* "} in documentation; an empty mark ends that. */
    void comment(String mark) {
        comment = mark;
    }

    boolean isComment() {
        return !comment.isEmpty();
    }

    /** Begins or ends a statement. */
    void statement(boolean inside) {
        if (!inside && statementLine > 0) {
            indent -= CONTINUED;
        }
        statementLine = inside ? 0 : OUTSIDE;
    }

    /** A place where the line is broken if it would be too long, else a space or nothing. */
    void wrappable(boolean space) {
        endSegment();
        if (space || text.length() > lineStart) {
            wrap = text.length();
            wrapIndent = indent + CONTINUED;
        }
        if (space) {
            text.append(' ');
        }
    }

    void newLineIfNone() {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            append("\n");
        }
    }

    /** Adds text, which may have several lines. */
    void append(String piece) {
        int start = 0;
        int length = piece.length();
        for (int i = 0; i < length; i++) {
            char c = piece.charAt(i);
            if (isLineBreak(c)) {
                line(piece, start, i);
                breakLine();
                if (c == '\r' && i + 1 < length && piece.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        line(piece, start, length);
    }

    private static boolean isLineBreak(char c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private void line(String piece, int start, int end) {
        if (start == end) {
            return;
        }
        if (atLineStart) {
            indentation();
            if (isComment()) {
                text.append(' ').append(comment);
            }
            atLineStart = false;
        }
        text.append(piece, start, end);
    }

    private void indentation() {
        for (int i = 0; i < indent; i++) {
            text.append(INDENT);
        }
    }

    private void breakLine() {
        if (isComment() && atLineStart) {
            indentation();
            text.append(' ').append(comment, 0, comment.length() - 1);
        }
        endSegment();
        text.append('\n');
        lineStart = text.length();
        atLineStart = true;
        if (statementLine != OUTSIDE) {
            if (statementLine == 0) {
                indent += CONTINUED;
            }
            statementLine++;
        }
    }

    /** Decides about the last place to wrap, now that it is known what stands behind it. */
    private void endSegment() {
        if (wrap >= 0 && text.length() - lineStart > WIDTH) {
            int after = wrap < text.length() && text.charAt(wrap) == ' ' ? wrap + 1 : wrap;
            text.replace(wrap, after, "\n" + INDENT.repeat(wrapIndent));
            lineStart = wrap + 1;
        }
        wrap = -1;
    }
}
