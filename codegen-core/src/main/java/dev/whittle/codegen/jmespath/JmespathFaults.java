package dev.whittle.codegen.jmespath;

import dev.whittle.codegen.problem.Quote;
import software.amazon.smithy.jmespath.JmespathException;

/** Puts the parser's exceptions into our words. */
final class JmespathFaults {
    private JmespathFaults() {}

    /** {@code Syntax error at line 1 column 4: Expected …, but found …} → the same without its first words. */
    static String inWords(JmespathException e) {
        String message = String.valueOf(e.getMessage());
        int line = message.indexOf("line 1 column ");
        String place = line < 0 ? message : message.substring(line + "line 1 ".length());
        int end = place.indexOf(" (");
        return Quote.shortened(end > 0 ? place.substring(0, end) : place);
    }
}
