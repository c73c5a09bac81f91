package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** How the cost of generating grows with the model: made-up ones of 1 to 800 operations, each in cold processes. */
final class ModelGrowth {
    private static final String GROUP = "Generating, by operations of the model";
    private static final int[] OPERATIONS = {1, 10, 100, 200, 400, 800};

    private ModelGrowth() {}

    static void measure(Project project, Effort effort, List<Row> rows) throws IOException, InterruptedException {
        List<Row> cpu = new ArrayList<>();
        List<Row> wall = new ArrayList<>();
        List<Row> peak = new ArrayList<>();
        for (int operations : OPERATIONS) {
            Path model = SyntheticModel.write(project.work("synthetic-" + operations), operations);
            List<Child.Usage> usages = new ArrayList<>();
            for (int round = 0; round < effort.rounds(); round++) {
                Path sources = project.work("synthetic-" + operations + "-sources");
                ClientBuild.delete(sources);
                usages.add(Child.run(GeneratorCost.generate(project, model, sources)));
            }
            cpu.add(row("CPU", "s", operations, usages.stream().mapToDouble(Child.Usage::cpu)));
            wall.add(row("wall time", "s", operations, usages.stream().mapToDouble(Child.Usage::wall)));
            peak.add(row("peak memory", "MiB", operations, usages.stream().mapToDouble(Child.Usage::peak)));
        }
        rows.addAll(cpu);
        rows.addAll(wall);
        rows.addAll(peak);
        rows.add(Growth.exponent(GROUP, "CPU grows with the power", cpu));
        rows.add(Growth.exponent(GROUP, "peak memory grows with the power", peak));
    }

    private static Row row(String name, String unit, int operations, DoubleStream figures) {
        return Row.of(GROUP, name, unit, null).at(operations).with(Impl.WHITTLE, Figures.median(figures.toArray()));
    }
}
