package dev.whittle.codegen.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with a model, so that all of it can be said at once. Beyond {@value #MOST} errors
 * or warnings the rest is only counted: nobody reads more, and a hostile model must not fill the memory.
 */
public final class Problems {
    private static final int MOST = 100;
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> problem.location().file())
            .thenComparingInt(problem -> problem.location().line())
            .thenComparingInt(problem -> problem.location().column());

    private final Function<String, Location> locator;
    private final Dialect dialect;
    private final List<Problem> collected = new ArrayList<>();
    private int errors;
    private int warnings;

    /**
     * A collector.
     *
     * @param locator finds the place in the file for a JSON pointer; asked only when there is a problem
     * @param dialect the words of the model's format
     */
    public Problems(Function<String, Location> locator, Dialect dialect) {
        this.locator = locator;
        this.dialect = dialect;
    }

    /** The words of the model's format. */
    public Dialect dialect() {
        return dialect;
    }

    /** Where a JSON pointer leads. */
    public Location location(String pointer) {
        return locator.apply(pointer);
    }

    /** Reports an error at a JSON pointer. */
    public void error(ProblemCode code, String pointer, String message, @Nullable String hint) {
        if (counts(Severity.ERROR)) {
            keep(new Problem(Severity.ERROR, code, message, locator.apply(pointer), hint));
        }
    }

    /** Reports an error at a JSON pointer, with a hint that takes time to find: past the limit nobody looks for it. */
    public void errorWithHint(ProblemCode code, String pointer, String message, Supplier<@Nullable String> hint) {
        if (counts(Severity.ERROR)) {
            keep(new Problem(Severity.ERROR, code, message, locator.apply(pointer), hint.get()));
        }
    }

    /** Reports a warning at a JSON pointer. */
    public void warning(ProblemCode code, String pointer, String message, @Nullable String hint) {
        if (counts(Severity.WARNING)) {
            keep(new Problem(Severity.WARNING, code, message, locator.apply(pointer), hint));
        }
    }

    /** Reports a problem whose place is known already, such as one in another file. */
    public void add(Problem problem) {
        if (counts(problem.severity())) {
            keep(problem);
        }
    }

    /** Whether an error has been reported. */
    public synchronized boolean hasErrors() {
        return errors > 0;
    }

    /** Everything that was reported, in the order of the file, and last how much is not shown. */
    public synchronized List<Problem> all() {
        List<Problem> sorted = new ArrayList<>(collected);
        sorted.sort(BY_PLACE);
        addRest(sorted, Severity.ERROR, errors - MOST, "error");
        addRest(sorted, Severity.WARNING, warnings - MOST, "warning");
        return List.copyOf(sorted);
    }

    /** How many problems one stands for: the last one may count those that are not shown. */
    public static int count(Problem problem) {
        String message = problem.message();
        return problem.code() == ProblemCode.TOO_MANY
                ? Integer.parseInt(message.substring(0, message.indexOf(' ')))
                : 1;
    }

    private void addRest(List<Problem> shown, Severity severity, int more, String noun) {
        if (more > 0) {
            Location file = Location.ofFile(locator.apply("").file());
            String message = more + " more " + noun + (more == 1 ? " is" : "s are") + " not shown";
            shown.add(new Problem(severity, ProblemCode.TOO_MANY, message, file, null));
        }
    }

    /** Counts a problem; false when there are more than are shown. */
    private synchronized boolean counts(Severity severity) {
        return (severity == Severity.ERROR ? ++errors : ++warnings) <= MOST;
    }

    private synchronized void keep(Problem problem) {
        collected.add(problem);
    }
}
