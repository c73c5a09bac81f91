package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a fresh process burns while it warms up at a steady rate. */
final class FirstMinute implements Command {
    private static final int RATE = 50;

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException, InterruptedException {
        Map<Impl, List<Double>> runs = new EnumMap<>(Impl.class);
        for (int round = 0; round < effort.steadyRounds(); round++) {
            for (Impl impl : Impl.USUAL) {
                runs.computeIfAbsent(impl, any -> new ArrayList<>()).add(run(project, effort, impl));
            }
        }
        Row row = Row.of(
                "First " + effort.steady() + " seconds of a process at " + RATE + " calls a second",
                "CPU",
                "s",
                Goal.atMost(0.3, Impl.AWS).aiming(Goal.atMost(1.3, Impl.FLOOR)));
        runs.forEach((impl, seconds) -> row.with(
                impl,
                Figures.median(seconds.stream().mapToDouble(Double::doubleValue).toArray())));
        return List.of(row);
    }

    private static double run(Project project, Effort effort, Impl impl) throws IOException, InterruptedException {
        try (Child.Server server = new Child.Server(project)) {
            return Child.run(Child.java(
                            project.classPath(impl),
                            "dev.whittle.benchmarks.child.Steady",
                            impl.id(),
                            server.endpoint(),
                            Integer.toString(RATE),
                            Integer.toString(effort.steady())))
                    .results()[0];
        }
    }
}
