package dev.whittle.codegen.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a model, so that all of it can be said at once. */
public final class Problems {
    private final List<Problem> collected = Collections.synchronizedList(new ArrayList<>());
    private final Function<String, Location> locator;

    /**
     * A collector.
     *
     * @param locator finds the place in the file for a JSON pointer; asked only when there is a problem
     */
    public Problems(Function<String, Location> locator) {
        this.locator = locator;
    }

    /** Reports an error at a JSON pointer. */
    public void error(String code, String pointer, String message, @Nullable String hint) {
        add(Severity.ERROR, code, pointer, message, hint);
    }

    /** Reports a warning at a JSON pointer. */
    public void warning(String code, String pointer, String message, @Nullable String hint) {
        add(Severity.WARNING, code, pointer, message, hint);
    }

    private void add(Severity severity, String code, String pointer, String message, @Nullable String hint) {
        collected.add(new Problem(severity, code, message, locator.apply(pointer), hint));
    }

    /** Whether an error has been reported. */
    public boolean hasErrors() {
        return all().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** Everything that was reported, in the order of the file. */
    public List<Problem> all() {
        List<Problem> sorted;
        synchronized (collected) {
            sorted = new ArrayList<>(collected);
        }
        sorted.sort((a, b) -> {
            int byFile = a.location().file().compareTo(b.location().file());
            int byLine = Integer.compare(a.location().line(), b.location().line());
            return byFile != 0
                    ? byFile
                    : byLine != 0
                            ? byLine
                            : Integer.compare(
                                    a.location().column(), b.location().column());
        });
        return List.copyOf(sorted);
    }
}
