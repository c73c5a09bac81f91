package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes the page of results, with its plots beside it: what readers want to know first, then every figure. */
final class Report {
    private static final String TITLE = "# What a call, a start and a build cost\n";

    private static final String FIGURES = """

            ## How to read the figures

            `benchmarks/run` writes this page; [its README](../benchmarks/README.md) says how to repeat the measurement.
            Figures drift by half on shared machines: compare the ratios within one run.

            - **AWS** is the AWS SDK for Java: its published client `bedrockagentcore` 2.40.3 over `url-connection-client`, the
              lightest of its HTTP clients, and its generator `codegen` 2.38.2. The published client knows fewer members of the
              responses than the model that the other two read; it has less to do where a response has them all.
            - **Floor** is the same call written by hand: jackson-core streaming into records, the smallest possible signature,
              the JDK's `HttpURLConnection`, no retries, no errors, no timeouts.
            - **Socket**, in some tables, is the same call written by hand over one plain socket for each thread.
            - **Whittle** is the generated client. A ratio below 1 means that its figure is the smaller one.
            - **Must** and **aim** are the goals of this project, as multiples of another's figure or as figures.
            """;

    private final Results results;
    private final Path notes;

    /**
     * A report.
     *
     * @param notes the folder of what is written by hand, a file for each command
     */
    Report(Results results, Path notes) {
        this.results = results;
        this.notes = notes;
    }

    /** Writes the page with its pictures beside it. */
    void write(Path page) throws IOException {
        List<Row> all = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (JsonNode file : results.all()) {
            Map<String, List<Row>> groups = new LinkedHashMap<>();
            Results.rows(file)
                    .forEach(row -> groups.computeIfAbsent(row.group(), any -> new ArrayList<>())
                            .add(row));
            groups.forEach((name, rows) -> {
                group(body, name, rows);
                all.addAll(rows);
            });
            body.append("\nMeasured ").append(file.get("measured").asString());
            body.append(" on ").append(file.get("machine").asString()).append(".\n");
            body.append(note(file.get("command").asString()));
        }
        Files.createDirectories(page.getParent());
        Summary summary = new Summary(all);
        Files.writeString(
                page,
                TITLE
                        + note("start")
                        + summary.markdown()
                        + note("functions")
                        + summary.functions()
                        + note("readers")
                        + FIGURES
                        + goals(all)
                        + body);
        Files.writeString(page.resolveSibling("performance-summary.svg"), new Plot(summary.rows()).svg());
        Files.writeString(page.resolveSibling("performance.svg"), new Plot(all).svg());
        GrowthPlot growth = new GrowthPlot(all);
        if (!growth.isEmpty()) {
            Files.writeString(page.resolveSibling("performance-growth.svg"), growth.svg());
        }
    }

    /** What is written by hand about a command, and kept apart so that it outlives the figures. */
    private String note(String name) throws IOException {
        Path file = notes.resolve(name + ".md");
        return Files.exists(file) ? "\n" + Files.readString(file) : "";
    }

    private static String goals(List<Row> all) {
        int goals = 0;
        int aims = 0;
        StringBuilder missed = new StringBuilder();
        for (Row row : all) {
            for (Goal goal : row.goals()) {
                Boolean met = goal.isMet(row);
                if (met == null) {
                    continue;
                }
                goals++;
                if (!met) {
                    missed.append("\n- ").append(row.group()).append(": ").append(row.label());
                    missed.append(", must be ").append(goal);
                } else if (goal.aim() != null && Boolean.TRUE.equals(goal.aim().isMet(row))) {
                    aims++;
                }
            }
        }
        long missing = missed.chars().filter(c -> c == '\n').count();
        String text =
                "\nOf " + goals + " musts " + (goals - missing) + " are met, " + aims + " of them with their aims. ";
        text += missing == 0 ? "None is missed.\n" : "Missed, with the reasons below:\n" + missed + "\n";
        return text + "\n![All figures of Whittle as multiples of the floor's and of the AWS SDK's](performance.svg)\n";
    }

    private static void group(StringBuilder out, String name, List<Row> rows) {
        out.append("\n### ").append(name).append('\n');
        out.append(new SeriesTable(name, rows).markdown());
        List<Row> compared =
                rows.stream().filter(row -> !SeriesTable.holds(row)).toList();
        if (!compared.isEmpty()) {
            List<Impl> columns = columns(compared);
            List<Impl> bases = bases(columns);
            out.append("\n| ");
            columns.forEach(impl -> out.append("| ").append(impl.column()).append(' '));
            bases.forEach(impl -> out.append("| of ").append(impl.base()).append(' '));
            out.append("| must | aim | |\n|---|");
            out.append("---:|".repeat(columns.size() + bases.size())).append("---|---|---|\n");
            compared.forEach(row -> line(out, row, columns, bases));
        }
    }

    /** The usual ones, and whatever else there are figures of. */
    private static List<Impl> columns(List<Row> rows) {
        List<Impl> columns = new ArrayList<>();
        for (Impl impl : Impl.values()) {
            if (Impl.USUAL.contains(impl) || rows.stream().anyMatch(row -> row.figure(impl) != null)) {
                columns.add(impl);
            }
        }
        return columns;
    }

    /** Of whose figures Whittle's are shown as multiples: of one written by hand, and of other clients. */
    private static List<Impl> bases(List<Impl> columns) {
        List<Impl> bases = new ArrayList<>();
        bases.add(columns.contains(Impl.SOCKET) ? Impl.SOCKET : Impl.FLOOR);
        if (columns.contains(Impl.APACHE)) {
            bases.add(Impl.APACHE);
        }
        bases.add(Impl.AWS);
        return bases;
    }

    private static void line(StringBuilder out, Row row, List<Impl> columns, List<Impl> bases) {
        out.append("| ").append(row.label());
        out.append(row.unit().isEmpty() || row.isRatio() ? "" : ", " + row.unit());
        for (Impl impl : columns) {
            out.append(" | ").append(text(row.figure(impl)));
        }
        for (Impl against : bases) {
            out.append(" | ").append(row.isRatio() ? "" : text(row.ratio(against)));
        }
        out.append(" | ").append(row.musts()).append(" | ").append(row.aims());
        out.append(" | ").append(row.verdict()).append(" |\n");
    }

    private static String text(@Nullable Double figure) {
        return figure == null ? "–" : Figures.of(figure);
    }
}
