package dev.whittle.codegen.emit.client;

import java.util.List;

/** Code of a snippet as a tree, so that it can be broken into lines where one is too short. */
sealed interface SnippetCode {
    int WIDTH = 100;

    /** The code in one line. */
    String flat();

    /** Appends the code, which continues a line, in as few lines as it fits into. */
    void print(StringBuilder out, int indent);

    /** Code that cannot be broken. */
    record Text(String flat) implements SnippetCode {
        @Override
        public void print(StringBuilder out, int indent) {
            out.append(flat);
        }
    }

    /** Parts between two brackets: {@code List.of(1, 2)}. */
    record Group(String open, List<SnippetCode> parts, String close) implements SnippetCode {
        @Override
        public String flat() {
            StringBuilder text = new StringBuilder(open);
            String separator = "";
            for (SnippetCode part : parts) {
                text.append(separator).append(part.flat());
                separator = ", ";
            }
            return text.append(close).toString();
        }

        @Override
        public void print(StringBuilder out, int indent) {
            if (fits(this, out) || parts.isEmpty()) {
                out.append(flat());
                return;
            }
            out.append(open);
            if (parts.size() == 1) {
                parts.get(0).print(out, indent);
                out.append(close);
                return;
            }
            String separator = "";
            for (SnippetCode part : parts) {
                out.append(separator);
                newLine(out, indent + 8);
                part.print(out, indent + 8);
                separator = ",";
            }
            out.append(close);
        }
    }

    /** Calls one behind the other: {@code r.name("x").count(1)}. */
    record Chain(String start, List<SnippetCode> calls, String end) implements SnippetCode {
        @Override
        public String flat() {
            StringBuilder text = new StringBuilder(start);
            calls.forEach(call -> text.append(call.flat()));
            return text.append(end).toString();
        }

        @Override
        public void print(StringBuilder out, int indent) {
            if (fits(this, out)) {
                out.append(flat());
                return;
            }
            out.append(start);
            for (int i = 0; i < calls.size(); i++) {
                if (i > 0 || calls.size() > 1) {
                    newLine(out, indent + 8);
                }
                calls.get(i).print(out, indent + 8);
            }
            out.append(end);
        }
    }

    private static boolean fits(SnippetCode code, StringBuilder out) {
        return out.length() - out.lastIndexOf("\n") - 1 + code.flat().length() <= WIDTH;
    }

    private static void newLine(StringBuilder out, int indent) {
        out.append('\n').append(" ".repeat(indent));
    }
}
