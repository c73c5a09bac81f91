package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes the page of results, with its plot beside it. */
final class Report {
    private static final String HEAD = """
            # What a call, a start and a build cost

            This page is written by `benchmarks/run`; [its README](../benchmarks/README.md) says how to repeat the measurement.
            Figures drift by half on shared machines: what counts is the ratios within one run.

            - **AWS** is the AWS SDK for Java: its published client `bedrockagentcore` 2.40.3 over `url-connection-client`, the
              lightest of its HTTP clients, and its generator `codegen` 2.38.2. The published client knows fewer members of the
              answers than the model that the other two read; where an answer holds them all, it has less to do.
            - **Floor** is the same call written by hand: jackson-core streaming into records, the least possible signature, the
              JDK's `HttpURLConnection`; no retries, no errors, no time limits.
            - **Whittle** is the generated client. A ratio below 1 is less than the other's.

            ![Whittle's figures as multiples of the floor's and of the AWS SDK's](performance.svg)
            """;

    private static final String TAIL = """

            ## Starting faster still: AppCDS

            A process that makes a few calls and ends spends most of its time loading classes. An archive of them, made once by
            the JVM itself, is mapped instead of loaded; the figures above say what it saves.

            ```
            java -XX:ArchiveClassesAtExit=app.jsa -cp app.jar:... com.example.Main    # once, at build or deployment
            java -XX:SharedArchiveFile=app.jsa -cp app.jar:... com.example.Main       # each start
            ```

            The class path must be the same both times and consist of jars. An archive that does not fit, after an update of Java
            for example, is ignored.
            """;

    private final Results results;

    Report(Results results) {
        this.results = results;
    }

    void write(Path page) throws IOException {
        List<Row> all = new ArrayList<>();
        StringBuilder out = new StringBuilder(HEAD);
        for (JsonNode file : results.all()) {
            String group = "";
            for (Row row : Results.rows(file).toList()) {
                if (!row.group().equals(group)) {
                    group = row.group();
                    heading(out, group);
                }
                line(out, row);
                all.add(row);
            }
            out.append("\nMeasured ").append(file.get("measured").asString());
            out.append(" on ").append(file.get("machine").asString()).append(".\n");
        }
        out.append(TAIL);
        Files.createDirectories(page.getParent());
        Files.writeString(page, out);
        Files.writeString(page.resolveSibling("performance.svg"), new Plot(all).svg());
    }

    private static void heading(StringBuilder out, String group) {
        out.append("\n## ").append(group).append("\n\n");
        out.append("| | AWS | Floor | Whittle | of floor | of AWS | has to be | |\n");
        out.append("|---|---:|---:|---:|---:|---:|---|---|\n");
    }

    private static void line(StringBuilder out, Row row) {
        out.append("| ").append(row.name()).append(", ").append(row.unit());
        for (Impl impl : Impl.values()) {
            out.append(" | ").append(text(row.figure(impl)));
        }
        for (Impl against : List.of(Impl.FLOOR, Impl.AWS)) {
            Double ratio = row.ratio(against);
            out.append(" | ").append(text(ratio));
        }
        Goal goal = row.goal();
        Boolean met = goal == null ? null : goal.isMet(row);
        out.append(" | ").append(goal == null ? "" : goal.toString());
        out.append(" | ").append(met == null ? "" : met ? "✓" : "missed").append(" |\n");
    }

    private static String text(@Nullable Double figure) {
        return figure == null ? "–" : Figures.of(figure);
    }
}
