package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;

/**
 * Names are what they are in every published model: ASCII letters, digits and underscores, a digit not first. So no
 * name can lead out of a folder or a literal, and every one fits into a file name.
 */
public final class PlausibleNames {
    private static final int LONGEST = 200;

    private PlausibleNames() {}

    /** Reports a name that is not plausible. */
    public static void check(String what, String name, String pointer, Problems problems) {
        if (!isPlausible(name)) {
            problems.error(
                    ProblemCode.NAME_IMPLAUSIBLE,
                    pointer,
                    Quote.of(name) + " cannot be the name of " + what,
                    "a name has letters, digits and underscores, at most " + LONGEST + ", and a digit is not first");
        }
    }

    private static boolean isPlausible(String name) {
        if (name.isEmpty() || name.length() > LONGEST || isDigit(name.charAt(0))) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !isDigit(c) && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
