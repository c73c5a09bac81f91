package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.util.List;

/** One measurement. */
@FunctionalInterface
interface Command {
    /** Measures, and gives the rows of the table. */
    List<Row> run(Project project, Effort effort) throws IOException, InterruptedException;
}
