package dev.whittle.bedrockagentcore.demo;

import java.io.PrintStream;

/** Prints steps with their facts, in two columns that fit a terminal of {@link #WIDTH} characters. */
final class Output {
    static final int WIDTH = 120;

    private static final int INDENT = 16;

    private final PrintStream out;
    private int steps;

    Output(PrintStream out) {
        this.out = out;
    }

    /** A numbered heading. */
    void step(String title) {
        steps++;
        blank();
        text(steps + "  " + title);
    }

    /** One fact of the current step. What is too long for a line goes on in the next one, if it has a space. */
    void fact(String name, Object value) {
        String rest = value.toString();
        String label = name;
        while (rest.length() > WIDTH - INDENT && rest.lastIndexOf(' ', WIDTH - INDENT) > 0) {
            int end = rest.lastIndexOf(' ', WIDTH - INDENT);
            line(label, rest.substring(0, end));
            rest = rest.substring(end + 1);
            label = "";
        }
        line(label, rest);
    }

    private void line(String name, String value) {
        text(String.format("   %-12s %s", name, value).stripTrailing());
    }

    void text(String line) {
        out.println(line);
    }

    void blank() {
        out.println();
    }
}
