package dev.whittle.bedrockagentcore.demo;

import java.io.PrintStream;

/** Prints steps with their facts, in two columns. */
final class Page {
    private final PrintStream out;
    private int steps;

    Page(PrintStream out) {
        this.out = out;
    }

    /** A numbered heading. */
    void step(String title) {
        steps++;
        blank();
        text(steps + "  " + title);
    }

    /** One fact of the current step. */
    void fact(String name, Object value) {
        text(String.format("   %-12s %s", name, value).stripTrailing());
    }

    void text(String line) {
        out.println(line);
    }

    void blank() {
        out.println();
    }
}
