package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;

/**
 * Names are what they are in every published model: ASCII letters, digits and underscores, a digit not first. So no
 * name can lead out of a folder or a literal, and every one fits into a file name.
 */
final class NameRule implements Rule {
    private static final int LONGEST = 200;

    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedOperation operation : selection.operations()) {
            check("an operation", operation.name(), operation.pointer(), problems);
        }
        for (ParsedShape shape : selection.shapes()) {
            check("a shape", shape.name(), shape.pointer(), problems);
            for (ParsedMember member : shape.members()) {
                check("a member", member.name(), member.pointer(), problems);
            }
        }
    }

    private static void check(String what, String name, String pointer, Problems problems) {
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
