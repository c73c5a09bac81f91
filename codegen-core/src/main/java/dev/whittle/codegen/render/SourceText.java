package dev.whittle.codegen.render;

import java.util.Arrays;

/**
 * Text that grows line by line, indented; a line of code that is too long is broken when it ends.
 *
 * <p>Kept as characters and not in a {@code StringBuilder}: all that is generated passes here a piece at a time, and in a
 * short process the compiler of the JVM takes longer for what a builder does behind each call than the calls take.
 */
final class SourceText {
    private static final int INDENT = 4;

    /** The lines of a statement after its first are indented twice. */
    private static final int CONTINUED = 2;

    private static final int OUTSIDE = -1;

    private final int width;
    private char[] text = new char[16384];
    private int length;
    private int indent;
    private int statementLine = OUTSIDE;
    private boolean atLineStart = true;
    private int lineStart;
    private boolean beyondAscii;

    private SourceText(int width) {
        this.width = width;
    }

    /** A text whose long lines are broken as code is. */
    static SourceText ofCode() {
        return new SourceText(LineBreaker.WIDTH);
    }

    /** A text whose lines stay as they are. */
    static SourceText unbroken() {
        return new SourceText(Integer.MAX_VALUE);
    }

    /** The characters so far, of which the first {@link #length()} count. */
    char[] characters() {
        return text;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
        lineStart = 0;
        atLineStart = true;
    }

    @Override
    public String toString() {
        return new String(text, 0, length);
    }

    /** Whether there is a character beyond {@code ~}. */
    boolean isBeyondAscii() {
        return beyondAscii;
    }

    void indent(int levels) {
        indent += levels;
    }

    /** Begins or ends a statement. */
    void statement(boolean inside) {
        if (!inside && statementLine > 0) {
            indent -= CONTINUED;
        }
        statementLine = inside ? 0 : OUTSIDE;
    }

    /** Adds documentation at the start of a line. */
    void comment(String content) {
        CommentText.of(content, indent * INDENT).lines().forEach(line -> {
            append(line);
            endLine();
        });
    }

    /** The only line behind a place, without its indentation; empty if there are several. */
    String onlyLine(int start) {
        int end = start;
        while (end < length && text[end] != '\n') {
            end++;
        }
        return end == length - 1 ? new String(text, start, end - start).strip() : "";
    }

    /** Whether the text between two places is a single line that leaves room for more. */
    boolean isOneLine(int start, int end, int more) {
        for (int i = start; i < end - 1; i++) {
            if (text[i] == '\n') {
                return false;
            }
        }
        return end - start + indent * INDENT + more <= width;
    }

    /** Takes back everything behind a place within a line. */
    void backTo(int place) {
        length = place;
        lineStart = place;
        while (lineStart > 0 && text[lineStart - 1] != '\n') {
            lineStart--;
        }
        atLineStart = false;
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
        atLineStart = false;
    }

    private void breakLine() {
        if (length - lineStart > width) {
            String line = LineBreaker.broken(new String(text, lineStart, length - lineStart));
            length = lineStart;
            reserve(line.length());
            line.getChars(0, line.length(), text, length);
            length += line.length();
        }
        endLine();
        if (statementLine != OUTSIDE) {
            if (statementLine == 0) {
                indent += CONTINUED;
            }
            statementLine++;
        }
    }

    private void endLine() {
        put('\n');
        lineStart = length;
        atLineStart = true;
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
