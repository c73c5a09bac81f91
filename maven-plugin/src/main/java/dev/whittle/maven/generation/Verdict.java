package dev.whittle.maven.generation;

import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Severity;
import java.util.List;

/** Says what was found in the models, and whether that is the end of it. */
public final class Verdict {
    private static final int MOST_SHOWN = 20;

    private final Console console;
    private final boolean failOnWarning;

    /**
     * A judge.
     *
     * @param console where problems are printed
     * @param failOnWarning whether a warning counts as an error
     */
    public Verdict(Console console, boolean failOnWarning) {
        this.console = console;
        this.failOnWarning = failOnWarning;
    }

    /**
     * Prints the problems, but no more than {@value #MOST_SHOWN}: errors come before warnings, and the rest is counted.
     *
     * @param consequence what did not happen if there was an error
     * @throws GenerationFailedException if there was an error, or a warning that counts as one
     */
    public void on(List<Problem> problems, String consequence) throws GenerationFailedException {
        int errors = 0;
        int warnings = 0;
        for (Problem problem : problems) {
            if (problem.severity() == Severity.ERROR) {
                errors += Problems.count(problem);
            } else {
                warnings += Problems.count(problem);
            }
        }
        print(problems, errors, warnings);
        if (errors > 0) {
            fail(count(errors, "problem") + ", " + consequence);
        }
        if (warnings > 0 && failOnWarning) {
            fail(count(warnings, "warning") + " and failOnWarning is set, " + consequence);
        }
    }

    private void print(List<Problem> problems, int errors, int warnings) {
        boolean isAll = errors + warnings <= MOST_SHOWN;
        int moreErrors = Math.min(errors, MOST_SHOWN);
        int moreWarnings = Math.min(warnings, MOST_SHOWN - moreErrors);
        for (Problem problem : problems) {
            boolean isProblem = problem.code() != ProblemCode.TOO_MANY;
            if (isProblem && problem.severity() == Severity.ERROR && moreErrors-- > 0) {
                console.error(problem.text());
            } else if (isProblem && problem.severity() == Severity.WARNING && moreWarnings-- > 0) {
                console.warn(problem.text());
            }
        }
        if (!isAll) {
            String rest = "only " + MOST_SHOWN + " of " + count(errors + warnings, "problem") + " are shown ("
                    + count(errors, "error") + ", " + count(warnings, "warning") + ")";
            if (errors > 0) {
                console.error(rest);
            } else {
                console.warn(rest);
            }
        }
    }

    /** {@code 1 problem}, {@code 2 problems}. */
    public static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private void fail(String sentence) throws GenerationFailedException {
        console.error(sentence);
        throw new GenerationFailedException(sentence);
    }
}
