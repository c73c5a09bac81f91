package dev.whittle.benchmarks.process;

import java.util.ArrayList;
import java.util.List;

/** The few figures that readers want to know first, in their words. */
final class Summary {
    /**
     * One of them.
     *
     * @param label what readers call it
     * @param group the heading of the figure
     * @param name the figure
     */
    private record Line(String label, String group, String name) {}

    private static final String WARM = "GetBrowserSession, warm, transport in memory, signed";
    private static final String COLD = "Cold start: new JVM, one GetBrowserSession, exit";

    private static final List<Line> LINES = List.of(
            new Line("CPU of a warm call", "Over loopback, 1 thread", "CPU per call"),
            new Line("memory that a warm call allocates", WARM, "allocated"),
            new Line("throughput with 8 threads", "Over loopback, 8 threads", "throughput"),
            new Line("99th percentile of its latency", "Over loopback, 8 threads", "99th percentile"),
            new Line("a process that makes one call and exits", COLD, "wall time"),
            new Line("its CPU", COLD, "CPU"),
            new Line("its peak memory", COLD, "peak memory"),
            new Line(
                    "CPU of the first minute at 50 calls a second",
                    "First 60 seconds of a process at 50 calls a second",
                    "CPU"),
            new Line("class path", "Class path of a client that calls GetBrowserSession", "size, the client included"),
            new Line("CPU of generating a client", "Generating the client, cold process", "CPU"),
            new Line("CPU of compiling it", "javac on the generated client, cold process", "CPU"));

    private final List<Row> all;
    private final List<Row> rows = new ArrayList<>();

    Summary(List<Row> all) {
        this.all = all;
        for (Line line : LINES) {
            for (Row row : all) {
                if (row.group().equals(line.group()) && row.name().equals(line.name()) && row.at() == null) {
                    rows.add(new Row("", line.label(), row.unit(), null, row.figures(), row.goals()));
                }
            }
        }
    }

    /** The figures that were measured. */
    List<Row> rows() {
        return rows;
    }

    /** What the clients of functions weigh and how they start, a line each; nothing without figures. */
    String functions() {
        StringBuilder out = new StringBuilder();
        for (Row path : all) {
            for (Row start : all) {
                boolean isClient = path.name().equals(Trimmed.CLASS_PATH)
                        && start.name().equals("wall time")
                        && start.group().equals(path.group());
                if (isClient) {
                    out.append("| ").append(path.group());
                    cells(out, path);
                    cells(out, start);
                    out.append(" |\n");
                }
            }
        }
        return out.isEmpty()
                ? ""
                : "\n| client | class path of the AWS SDK, KB | of Whittle, KB | ratio | cold start of the AWS SDK, s"
                        + " | of Whittle, s | ratio |\n|---|---:|---:|---:|---:|---:|---:|\n" + out;
    }

    private static void cells(StringBuilder out, Row row) {
        Double theirs = row.figure(Impl.AWS);
        Double ours = row.figure(Impl.WHITTLE);
        if (theirs == null || ours == null) {
            out.append(" | – | – | –");
            return;
        }
        out.append(" | ").append(Figures.of(theirs));
        out.append(" | ").append(Figures.of(ours));
        out.append(" | ").append(Figures.of(ours / theirs));
    }

    /** The table, with its picture; nothing without figures. */
    String markdown() {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("\n| | AWS SDK | by hand | Whittle |\n|---|---:|---:|---:|\n");
        for (Row row : rows) {
            out.append("| ").append(row.name()).append(", ").append(row.unit());
            for (Impl impl : Impl.USUAL) {
                Double figure = row.figure(impl);
                out.append(" | ").append(figure == null ? "–" : Figures.of(figure));
            }
            out.append(" |\n");
        }
        return out.append("\n![What Whittle costs as a multiple of the call written by hand, and of the AWS SDK]")
                .append("(performance-summary.svg)\n")
                .toString();
    }
}
