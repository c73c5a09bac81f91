package dev.whittle.maven.generation;

import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.Severity;

/** Says what was found in the models, and whether that is the end of it. */
public final class Verdict {
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
     * Prints every problem.
     *
     * @param consequence what did not happen if there was an error
     * @throws GenerationFailedException if there was an error, or a warning that counts as one
     */
    public void on(GeneratedSources sources, String consequence) throws GenerationFailedException {
        int errors = 0;
        int warnings = 0;
        for (Problem problem : sources.problems()) {
            if (problem.severity() == Severity.ERROR) {
                errors++;
                console.error(problem.text());
            } else {
                warnings++;
                console.warn(problem.text());
            }
        }
        if (errors > 0) {
            fail(count(errors, "problem") + ", " + consequence);
        }
        if (warnings > 0 && failOnWarning) {
            fail(count(warnings, "warning") + " and failOnWarning is set, " + consequence);
        }
    }

    /** {@code 1 problem}, {@code 2 problems}. */
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private void fail(String sentence) throws GenerationFailedException {
        console.error(sentence);
        throw new GenerationFailedException(sentence);
    }
}
