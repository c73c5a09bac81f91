package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the cost of a call grows with what it carries, and that of generating with the model. Calls carry blobs of 1 KB to
 * 100 MB, or lists of 1 to 100,000 structures, sent and received over loopback, each size in a process of its own and for
 * the same time. A straight line has an exponent of 1.
 */
final class Growth implements Command {
    private static final String SIZES = "1 10 100 1000 10000 100000";

    /** From where on the fixed cost of a call no longer bends the line: the third size. */
    private static final int SETTLED = 2;

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        ModelGrowth.measure(project, effort, rows);
        measure(project, effort, "get", "Receiving a blob, by KB", 1000, rows);
        measure(project, effort, "put", "Sending a blob, by KB", 1000, rows);
        measure(project, effort, "list", "Receiving a list, by elements", 1, rows);
        measure(project, effort, "put-list", "Sending a list, by elements", 1, rows);
        return rows;
    }

    private static void measure(Project project, Effort effort, String kind, String group, int unit, List<Row> rows)
            throws IOException, InterruptedException {
        List<Row> time = new ArrayList<>();
        List<Row> cpu = new ArrayList<>();
        List<Row> bytes = new ArrayList<>();
        List<Row> peak = new ArrayList<>();
        for (String size : SIZES.split(" ", -1)) {
            double[] figures = run(project, effort, kind, Integer.parseInt(size) * unit);
            time.add(row(group, "time of a call", "ms", size, figures[0]));
            cpu.add(row(group, "CPU of a call", "ms", size, figures[1]));
            bytes.add(row(group, "allocated by a call", "bytes", size, figures[2]));
            peak.add(row(group, "peak memory of the process", "MiB", size, figures[3]));
        }
        rows.addAll(time);
        rows.addAll(cpu);
        rows.addAll(bytes);
        rows.addAll(peak);
        rows.add(exponent(group, "CPU grows with the power", cpu));
        rows.add(exponent(group, "allocation grows with the power", bytes));
    }

    private static double[] run(Project project, Effort effort, String kind, int size)
            throws IOException, InterruptedException {
        try (Child.Server server = Child.Server.store(project)) {
            Child.Usage usage = Child.run(List.of(
                    Child.tool("java"),
                    "-Xmx1g",
                    "-cp",
                    Project.join(project.runtime(), project.harness()),
                    "dev.whittle.benchmarks.child.Sizes",
                    server.endpoint(),
                    kind,
                    Integer.toString(size),
                    Integer.toString(effort.growthMillis())));
            double[] figures = Arrays.copyOf(usage.results(), 4);
            figures[3] = usage.peak();
            return figures;
        }
    }

    private static Row row(String group, String name, String unit, String size, double figure) {
        return Row.of(group, name, unit, null).at(Double.parseDouble(size)).with(Impl.WHITTLE, figure);
    }

    /** The slope on paper that is logarithmic both ways, from where fixed costs are outweighed to the largest size. */
    static Row exponent(String group, String name, List<Row> rows) {
        Row first = rows.get(SETTLED);
        Row last = rows.get(rows.size() - 1);
        double slope = Math.log10(figure(last) / figure(first)) / Math.log10(last.position() / first.position());
        return Row.of(group, name, "exponent", Goal.atMost(1.1)).with(Impl.WHITTLE, slope);
    }

    private static double figure(Row row) {
        Double figure = row.figure(Impl.WHITTLE);
        if (figure == null) {
            throw new IllegalStateException(row.label() + " was not measured");
        }
        return figure;
    }
}
