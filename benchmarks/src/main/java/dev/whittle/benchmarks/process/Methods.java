package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Warm processes make a GET, a PUT and a POST over loopback; the transports under the same calls are compared. */
final class Methods implements Command {
    private static final List<String> OPERATIONS = List.of("get", "put", "post");
    private static final List<String> TITLES =
            List.of("GET (GetBrowserSession)", "PUT (StartBrowserSession)", "POST (ListBrowserSessions)");

    private static final int PUT = 1;
    private static final int POST = 2;

    // The places of figures in a result.
    private static final int THROUGHPUT = 0;
    private static final int CPU = 1;
    private static final int MEDIAN = 2;

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (int threads : new int[] {1, 8}) {
            Map<Impl, List<List<double[]>>> runs = new EnumMap<>(Impl.class);
            for (int round = 0; round < effort.rounds(); round++) {
                for (Impl impl : Impl.values()) {
                    runs.computeIfAbsent(impl, any -> new ArrayList<>()).add(run(project, effort, impl, threads));
                }
            }
            for (int i = 0; i < OPERATIONS.size(); i++) {
                rows.addAll(threads == 1 ? alone(i, runs) : together(i, threads, runs));
            }
            if (threads == 1) {
                rows.addAll(postAgainstPut(runs));
            }
        }
        return rows;
    }

    private static List<double[]> run(Project project, Effort effort, Impl impl, int threads)
            throws IOException, InterruptedException {
        try (Child.Server server = new Child.Server(project)) {
            List<String> command = Child.java(
                    project.classPath(impl),
                    "dev.whittle.benchmarks.child.Load",
                    impl.id(),
                    server.endpoint(),
                    Integer.toString(threads),
                    Integer.toString(effort.warmUp()),
                    Integer.toString(effort.warmUps()),
                    Integer.toString(effort.load()),
                    server.countPort(),
                    "platform");
            command.addAll(OPERATIONS);
            return Child.run(command).allResults();
        }
    }

    private static List<Row> alone(int operation, Map<Impl, List<List<double[]>>> runs) {
        String group = TITLES.get(operation) + " over loopback, 1 thread";
        Goal socket = Goal.atMost(1.3, Impl.SOCKET);
        Goal apache = Goal.atMost(0.8, Impl.APACHE);
        return List.of(
                row(group, "median latency", "µs", socket, runs, run -> run.get(operation)[MEDIAN])
                        .and(apache),
                row(group, "CPU per call", "µs", socket, runs, run -> run.get(operation)[CPU])
                        .and(apache));
    }

    private static List<Row> together(int operation, int threads, Map<Impl, List<List<double[]>>> runs) {
        String group = TITLES.get(operation) + " over loopback, " + threads + " threads";
        return List.of(
                row(
                        group,
                        "throughput",
                        "calls/s",
                        Goal.atLeast(0.8, Impl.SOCKET),
                        runs,
                        run -> run.get(operation)[THROUGHPUT]),
                row(group, "CPU per call", "µs", Goal.atMost(1.4, Impl.SOCKET), runs, run -> run.get(operation)[CPU]),
                row(group, "median latency", "µs", null, runs, run -> run.get(operation)[MEDIAN]));
    }

    private static List<Row> postAgainstPut(Map<Impl, List<List<double[]>>> runs) {
        String group = "POST as a multiple of PUT, over loopback, 1 thread";
        Goal goal = Goal.atMost(1.1);
        return List.of(
                row(
                        group,
                        "median latency",
                        Row.RATIO,
                        goal,
                        runs,
                        run -> run.get(POST)[MEDIAN] / run.get(PUT)[MEDIAN]),
                row(group, "CPU per call", Row.RATIO, goal, runs, run -> run.get(POST)[CPU] / run.get(PUT)[CPU]));
    }

    private static Row row(
            String group,
            String name,
            String unit,
            @Nullable Goal goal,
            Map<Impl, List<List<double[]>>> runs,
            ToDoubleFunction<List<double[]>> figure) {
        Row row = Row.of(group, name, unit, goal);
        runs.forEach((impl, results) -> row.with(
                impl, Figures.median(results.stream().mapToDouble(figure).toArray())));
        return row;
    }
}
