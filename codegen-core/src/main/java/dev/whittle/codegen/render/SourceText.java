package dev.whittle.codegen.render;

import java.util.Arrays;

/**
 * Text that grows line by line: indented, commented where it is documentation, and wrapped where that is allowed.
 *
 * <p>Kept as characters and not in a {@code StringBuilder}: all that is generated passes here a piece at a time, and in a
 * short process the compiler of the JVM takes longer for what a builder does behind each call than the calls take.
 */
final class SourceText {
    private static final int INDENT = 4;
    private static final int WIDTH = 100;

    /** The lines of a statement after its first are indented twice. */
    private static final int CONTINUED = 2;

    private static final int OUTSIDE = -1;

    private char[] text = new char[16384];
    private int length;
    private String comment = "";
    private int indent;
    private int statementLine = OUTSIDE;
    private boolean atLineStart = true;
    private int lineStart;
    private int wrap = -1;
    private int wrapIndent;
    private boolean beyondAscii;

    /** The characters so far, of which the first {@link #length()} count. */
    char[] characters() {
        return text;
    }

    int length() {
        return length;
    }

    /** Whether there is a character beyond {@code ~}. */
    boolean isBeyondAscii() {
        return beyondAscii;
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
        if (space || length > lineStart) {
            wrap = length;
            wrapIndent = indent + CONTINUED;
        }
        if (space) {
            put(' ');
        }
    }

    void newLineIfNone() {
        if (length > 0 && text[length - 1] != '\n') {
            breakLine();
        }
    }

    /** Adds text, which may have several lines. */
    void append(String piece) {
        int size = piece.length();
        if (size == 0) {
            return;
        }
        // Into its place at once, as if there were neither an indentation nor a line break, which few pieces have.
        boolean indented = atLineStart && !isLineBreak(piece.charAt(0));
        if (indented) {
            beginLine();
        }
        reserve(size);
        int start = length;
        piece.getChars(0, size, text, start);
        for (int i = start; i < start + size; i++) {
            char c = text[i];
            if (c < ' ' || c > '~') {
                beyondAscii |= c > '~';
                if (isLineBreak(c)) {
                    length = i;
                    lines(piece, i - start);
                    return;
                }
            }
        }
        length = start + size;
    }

    /** Goes on with a text at one of its line breaks. */
    private void lines(String piece, int lineBreak) {
        int size = piece.length();
        int start = lineBreak;
        for (int i = lineBreak; i < size; i++) {
            char c = piece.charAt(i);
            beyondAscii |= c > '~';
            if (isLineBreak(c)) {
                line(piece, start, i);
                breakLine();
                if (c == '\r' && i + 1 < size && piece.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        line(piece, start, size);
    }

    private static boolean isLineBreak(char c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private void line(String piece, int start, int end) {
        if (start == end) {
            return;
        }
        if (atLineStart) {
            beginLine();
        }
        reserve(end - start);
        piece.getChars(start, end, text, length);
        length += end - start;
    }

    private void beginLine() {
        spaces(indent * INDENT);
        if (isComment()) {
            mark(comment.length());
        }
        atLineStart = false;
    }

    private void mark(int end) {
        put(' ');
        for (int i = 0; i < end; i++) {
            put(comment.charAt(i));
        }
    }

    private void breakLine() {
        if (isComment() && atLineStart) {
            spaces(indent * INDENT);
            mark(comment.length() - 1);
        }
        endSegment();
        put('\n');
        lineStart = length;
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
        if (wrap >= 0 && length - lineStart > WIDTH) {
            int after = wrap < length && text[wrap] == ' ' ? wrap + 1 : wrap;
            char[] rest = Arrays.copyOfRange(text, after, length);
            length = wrap;
            put('\n');
            spaces(wrapIndent * INDENT);
            reserve(rest.length);
            System.arraycopy(rest, 0, text, length, rest.length);
            length += rest.length;
            lineStart = wrap + 1;
        }
        wrap = -1;
    }

    private void spaces(int count) {
        reserve(count);
        for (int i = 0; i < count; i++) {
            text[length++] = ' ';
        }
    }

    private void put(char c) {
        reserve(1);
        text[length++] = c;
    }

    private void reserve(int more) {
        if (length + more > text.length) {
            text = Arrays.copyOf(text, 2 * text.length + more);
        }
    }
}
