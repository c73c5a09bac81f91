package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Warm processes call a server in another process over loopback, as fast as they can. */
final class Loopback implements Command {
    /** What of a result is shown: the connections are not, because few threads keep theirs. */
    private static final int[] COLUMNS = {0, 1, 2, 3, 5};

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (int threads : new int[] {1, 8}) {
            Map<Impl, List<double[]>> runs = new EnumMap<>(Impl.class);
            for (int round = 0; round < effort.rounds(); round++) {
                for (Impl impl : Impl.USUAL) {
                    runs.computeIfAbsent(impl, any -> new ArrayList<>()).add(run(project, effort, impl, threads));
                }
            }
            rows.addAll(rows(threads, runs));
        }
        return rows;
    }

    private static double[] run(Project project, Effort effort, Impl impl, int threads)
            throws IOException, InterruptedException {
        try (Child.Server server = new Child.Server(project)) {
            return Child.run(Child.java(
                            project.classPath(impl),
                            "dev.whittle.benchmarks.child.Load",
                            impl.id(),
                            server.endpoint(),
                            Integer.toString(threads),
                            Integer.toString(effort.warmUp()),
                            Integer.toString(effort.warmUps()),
                            Integer.toString(effort.load()),
                            server.countPort(),
                            "platform",
                            "get"))
                    .results();
        }
    }

    private static List<Row> rows(int threads, Map<Impl, List<double[]>> runs) {
        boolean one = threads == 1;
        String group = "Over loopback, " + (one ? "1 thread" : threads + " threads");
        Row throughput = Row.of(
                group,
                "throughput",
                "calls/s",
                Goal.atLeast(one ? 0.8 : 0.75, Impl.FLOOR).aiming(one ? 0.95 : 0.9));
        Row cpu = Row.of(
                group,
                "CPU per call",
                "µs",
                Goal.atMost(one ? 1.4 : 1.5, Impl.FLOOR).aiming(one ? 1.15 : 1.2));
        Row middle = Row.of(group, "median latency", "µs", null);
        Row slow = Row.of(
                group,
                "99th percentile",
                "µs",
                one ? null : Goal.atMost(1.5, Impl.FLOOR).aiming(1.2));
        Row warm = Row.of(group, "time until the JVM's compiler rests", "s", null);
        List<Row> rows = List.of(throughput, cpu, middle, slow, warm);
        runs.forEach((impl, results) -> {
            for (int i = 0; i < rows.size(); i++) {
                int at = COLUMNS[i];
                rows.get(i)
                        .with(
                                impl,
                                Figures.median(results.stream()
                                        .mapToDouble(result -> result[at])
                                        .toArray()));
            }
        });
        return rows;
    }
}
