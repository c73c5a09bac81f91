package dev.whittle.codegen.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of code with what is in none of its brackets or literals: operators, commas, calls, and the brackets themselves.
 *
 * <p>Binary {@code <} and {@code >} are told from the brackets of type arguments by the spaces around them.
 */
final class CodeScan {
    private final String text;
    private final boolean[] outside;
    private final List<Integer> commas = new ArrayList<>();
    private final List<Integer> calls = new ArrayList<>();
    private @Nullable Group longest;

    private CodeScan(String text) {
        this.text = text;
        this.outside = new boolean[text.length()];
    }

    /** A pair of brackets and where they stand. */
    record Group(int open, int close) {}

    static CodeScan of(String text) {
        CodeScan scan = new CodeScan(text);
        scan.run();
        return scan;
    }

    private void run() {
        int depth = 0;
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                i = endOfLiteral(i);
            } else if (opens(c, i)) {
                open = depth == 0 ? i : open;
                depth++;
            } else if (closes(c, i)) {
                depth = Math.max(0, depth - 1);
                if (depth == 0 && c == ')') {
                    group(open, i);
                }
            } else if (depth == 0) {
                outside[i] = true;
                separator(c, i);
            }
        }
    }

    private boolean opens(char c, int i) {
        if (c == '<') {
            return i + 1 < text.length() && text.charAt(i + 1) != ' ' && text.charAt(i + 1) != '=';
        }
        return c == '(' || c == '[' || c == '{';
    }

    private boolean closes(char c, int i) {
        if (c == '>') {
            return i > 0 && text.charAt(i - 1) != ' ' && text.charAt(i - 1) != '-';
        }
        return c == ')' || c == ']' || c == '}';
    }

    private int endOfLiteral(int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i;
            }
        }
        return text.length();
    }

    private void group(int open, int close) {
        if (text.charAt(open) == '('
                && close > open + 1
                && (longest == null || close - open > longest.close - longest.open)) {
            longest = new Group(open, close);
        }
    }

    private void separator(char c, int i) {
        if (c == ',') {
            commas.add(i + 1);
        } else if (c == '.' && i > 0 && text.charAt(i - 1) == ')') {
            calls.add(i);
        }
    }

    String text() {
        return text;
    }

    /** The positions behind commas. */
    List<Integer> commas() {
        return commas;
    }

    /** The positions of points between one call and the next. */
    List<Integer> calls() {
        return calls;
    }

    /** The pair of parentheses that encloses most, null if none encloses anything. */
    @Nullable
    Group longestGroup() {
        return longest;
    }

    /** Where an operator stands, with the space before it. */
    List<Integer> all(String operator) {
        List<Integer> found = new ArrayList<>();
        for (int at = first(operator, 0); at >= 0; at = first(operator, at + 1)) {
            found.add(at);
        }
        return found;
    }

    /** Where an operator or a word stands first, negative if nowhere. */
    int first(String operator) {
        return first(operator, 0);
    }

    private int first(String operator, int from) {
        int at = text.indexOf(operator, from);
        while (at >= 0 && !(outside[at] && outside[at + operator.length() - 1])) {
            at = text.indexOf(operator, at + 1);
        }
        return at;
    }
}
