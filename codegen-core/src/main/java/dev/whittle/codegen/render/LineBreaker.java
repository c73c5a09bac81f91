package dev.whittle.codegen.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a line of code that is too long, at its outermost operator, list or call.
 *
 * <p>Each further line is indented by {@value #CONTINUED} columns more than what it belongs to. A line without a place to
 * break, such as a long literal, stays as it is.
 */
final class LineBreaker {
    /** The most columns of a line. */
    static final int WIDTH = 120;

    private static final int CONTINUED = 8;
    private static final List<String> CLAUSES = List.of(" permits ", " implements ", " extends ", " throws ");

    private final StringBuilder out = new StringBuilder();

    private LineBreaker() {}

    /** A part of a line that becomes a line, and how many columns further in than the line it stands. */
    private record Piece(int further, String text) {}

    /** The lines for one line, without a line break behind the last. */
    static String broken(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        if (line.startsWith("//", indent)) {
            return line;
        }
        LineBreaker breaker = new LineBreaker();
        breaker.lay(indent, line.substring(indent));
        return breaker.out.substring(0, breaker.out.length() - 1);
    }

    private void lay(int indent, String text) {
        List<Piece> pieces = fits(indent, text) ? List.of() : split(indent, text);
        if (pieces.isEmpty() || pieces.stream().anyMatch(piece -> piece.text.length() >= text.length())) {
            out.append(" ".repeat(indent)).append(text).append('\n');
            return;
        }
        for (Piece piece : pieces) {
            lay(indent + piece.further, piece.text);
        }
    }

    private static boolean fits(int indent, String text) {
        return indent + text.length() <= WIDTH;
    }

    private static List<Piece> split(int indent, String text) {
        CodeScan scan = CodeScan.of(text);
        List<Piece> pieces = atClause(scan);
        if (pieces.isEmpty()) {
            pieces = atOperators(scan);
        }
        if (pieces.isEmpty()) {
            pieces = behindAssignment(indent, scan, true);
        }
        if (pieces.isEmpty()) {
            pieces = at(scan, scan.calls());
        }
        if (pieces.isEmpty()) {
            pieces = inGroup(indent, scan);
        }
        return pieces.isEmpty() ? behindAssignment(indent, scan, false) : pieces;
    }

    // public sealed interface Proxy
    //         permits Proxy.ExternalProxyMember,
    //                 Proxy.Unknown {
    private static List<Piece> atClause(CodeScan scan) {
        for (String clause : CLAUSES) {
            if (scan.text().startsWith(clause.substring(1))) {
                return at(scan, scan.commas());
            }
        }
        for (String clause : CLAUSES) {
            int at = scan.first(clause);
            if (at > 0) {
                return at(scan, List.of(at + 1));
            }
        }
        return List.of();
    }

    // return this == other
    //         || other instanceof ViewPort that
    private static List<Piece> atOperators(CodeScan scan) {
        List<Integer> ternary = new ArrayList<>(scan.all(" ? "));
        if (!ternary.isEmpty()) {
            ternary.addAll(scan.all(" : "));
            ternary.sort(null);
            return at(scan, behindSpace(ternary));
        }
        for (String operator : List.of(" || ", " && ", " + ")) {
            List<Integer> found = scan.all(operator);
            if (!found.isEmpty()) {
                return at(scan, behindSpace(found));
            }
        }
        return List.of();
    }

    private static List<Integer> behindSpace(List<Integer> positions) {
        return positions.stream().map(position -> position + 1).toList();
    }

    // Throttled.Builder builder =
    //         Throttled.builder().details(error.details()).build();
    private static List<Piece> behindAssignment(int indent, CodeScan scan, boolean onlyIfItFits) {
        for (String sign : List.of(" = ", " -> ")) {
            int at = scan.first(sign);
            if (at > 0) {
                int next = at + sign.length();
                String rest = scan.text().substring(next);
                if (!rest.equals("{") && (!onlyIfItFits || fits(indent + CONTINUED, rest))) {
                    return at(scan, List.of(next));
                }
            }
        }
        return List.of();
    }

    private static List<Piece> at(CodeScan scan, List<Integer> positions) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int position : positions) {
            add(pieces, scan.text().substring(start, position).strip());
            start = position;
        }
        add(pieces, scan.text().substring(start).strip());
        return pieces.size() < 2 ? List.of() : pieces;
    }

    private static void add(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(pieces.isEmpty() ? 0 : CONTINUED, text));
        }
    }

    // GetBrowserSessionResponse getBrowserSession(
    //         GetBrowserSessionRequest request, RequestOptions options);
    private static List<Piece> inGroup(int indent, CodeScan scan) {
        CodeScan.Group group = scan.longestGroup();
        if (group == null) {
            return List.of();
        }
        String text = scan.text();
        String before = text.substring(0, group.open() + 1);
        String content = text.substring(group.open() + 1, group.close());
        String behind = text.substring(group.close());
        CodeScan inner = CodeScan.of(content);
        boolean single = inner.commas().isEmpty();
        if (single && isCondition(before)) {
            return around(before, split(indent, content), behind);
        }
        if (fits(indent + CONTINUED, content + behind)) {
            return List.of(new Piece(0, before), new Piece(CONTINUED, content + behind));
        }
        if (single) {
            List<Piece> pieces = around(before, split(indent, content), behind);
            return pieces.isEmpty() ? List.of(new Piece(0, before), new Piece(CONTINUED, content + behind)) : pieces;
        }
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(0, before));
        int start = 0;
        for (int comma : inner.commas()) {
            pieces.add(new Piece(CONTINUED, content.substring(start, comma).strip()));
            start = comma;
        }
        pieces.add(new Piece(CONTINUED, content.substring(start).strip() + behind));
        return pieces;
    }

    private static boolean isCondition(String before) {
        return before.endsWith("if (") || before.endsWith("while (") || before.endsWith("for (");
    }

    private static List<Piece> around(String before, List<Piece> pieces, String behind) {
        List<Piece> glued = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            String text = i == 0 ? before + piece.text : piece.text;
            glued.add(new Piece(piece.further, i == pieces.size() - 1 ? text + behind : text));
        }
        return glued;
    }
}
