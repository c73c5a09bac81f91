package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Warm processes call a server over TLS from few and from many threads, on the JDK that runs this and on virtual threads
 * of Java 25. AWS's client is the one that resolves by default, over the HTTP client that comes with it.
 */
final class Callers implements Command {
    private static final String MANY = "Over TLS, by number of callers";
    private static final String MANY_VIRTUAL = "Over TLS on virtual threads, by number of callers";
    private static final List<Impl> COMPARED = List.of(Impl.AWS, Impl.FLOOR, Impl.SOCKET, Impl.WHITTLE);
    private static final int[] NUMBERS = {1, 8, 64, 256};

    /** What of a result is shown: the time until it is warm is not, because it is cut short. */
    private static final int[] COLUMNS = {0, 1, 2, 3, 4, 6};

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        Path keys = Tls.keyStore(project);
        measure(project, effort, keys, null, rows);
        Path later = Child.java25();
        if (later == null) {
            System.err.println("no Java 25: virtual threads are left out");
        } else {
            measure(project, effort, keys, later, rows);
        }
        return rows;
    }

    private static void measure(Project project, Effort effort, Path keys, @Nullable Path later, List<Row> rows)
            throws IOException, InterruptedException {
        List<Row> found = new ArrayList<>();
        for (int callers : NUMBERS) {
            Map<Impl, List<double[]>> runs = new EnumMap<>(Impl.class);
            for (int round = 0; round < effort.callerRounds(); round++) {
                for (Impl impl : COMPARED) {
                    try (Child.Server server = Child.Server.tls(project, keys)) {
                        runs.computeIfAbsent(impl, any -> new ArrayList<>())
                                .add(Child.run(command(project, effort, keys, later, impl, server, callers))
                                        .results());
                    }
                }
            }
            found.addAll(rows(callers, later != null, runs));
        }
        // One series after the other, as the page shows them.
        int series = found.size() / NUMBERS.length;
        for (int i = 0; i < series; i++) {
            for (int j = i; j < found.size(); j += series) {
                rows.add(found.get(j));
            }
        }
    }

    private static List<String> command(
            Project project,
            Effort effort,
            Path keys,
            @Nullable Path later,
            Impl impl,
            Child.Server server,
            int callers)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(
                later == null ? Child.tool("java") : later.resolve("bin/java").toString());
        command.add("-Xmx1g");
        command.addAll(Tls.trust(keys));
        Impl measured = impl == Impl.AWS ? Impl.AWS_DEFAULT : impl;
        command.addAll(List.of(
                "-cp",
                project.classPath(measured),
                "dev.whittle.benchmarks.child.Load",
                measured.id(),
                server.endpoint(),
                Integer.toString(callers),
                Integer.toString(effort.warmUp()),
                Integer.toString(effort.callersWarmUps()),
                Integer.toString(effort.callersLoad()),
                server.countPort(),
                later == null ? "platform" : "virtual",
                "get"));
        return command;
    }

    private static List<Row> rows(int callers, boolean virtual, Map<Impl, List<double[]>> runs) {
        String group = virtual ? MANY_VIRTUAL : MANY;
        List<Row> rows = List.of(
                Row.of(group, "throughput", "calls/s", null).at(callers),
                Row.of(group, "CPU per call", "µs", null).at(callers),
                Row.of(group, "median latency", "µs", null).at(callers),
                Row.of(group, "99th percentile", "µs", null).at(callers),
                Row.of(group, "connections opened in 1,000 calls", "", Goal.atMost(1))
                        .at(callers),
                Row.of(group, "calls of 1,000 that failed", "", null).at(callers));
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
