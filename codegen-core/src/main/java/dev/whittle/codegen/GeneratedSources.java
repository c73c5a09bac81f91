package dev.whittle.codegen;

import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.Severity;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * The outcome of a generation, before anything is written.
 *
 * @param files the text of each file by its path, relative and with {@code /} between its parts; empty after an error
 * @param services what was generated, a line each
 * @param problems everything that was found, in the order of the files
 */
public record GeneratedSources(
        SortedMap<String, String> files, List<GeneratedService> services, List<Problem> problems) {
    public GeneratedSources {
        files = Collections.unmodifiableSortedMap(files);
        services = List.copyOf(services);
        problems = List.copyOf(problems);
    }

    /** Whether an error stopped the generation. */
    public boolean failed() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
