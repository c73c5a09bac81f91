package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Bodies of several gigabytes in both directions, and events, with a heap of 64 MiB, against a plain socket that moves and
 * hashes the same bytes.
 */
final class Streams implements Command {
    private static final String GROUP = "Streams over loopback, 5 GiB in each direction";
    private static final long SIZE = 5L << 30;
    private static final long QUICK_SIZE = 1L << 30;

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException, InterruptedException {
        Map<Impl, List<double[]>> runs = new EnumMap<>(Impl.class);
        for (int round = 0; round < effort.rounds(); round++) {
            for (Impl impl : List.of(Impl.SOCKET, Impl.WHITTLE)) {
                try (Child.Server server = Child.Server.streams(project)) {
                    List<String> command = new ArrayList<>(List.of(
                            Child.tool("java"),
                            "-Xmx64m",
                            "-cp",
                            project.classPath(Impl.WHITTLE),
                            "dev.whittle.benchmarks.child.Stream",
                            impl.id(),
                            server.endpoint(),
                            Long.toString(effort.quick() ? QUICK_SIZE : SIZE)));
                    runs.computeIfAbsent(impl, any -> new ArrayList<>())
                            .add(Child.run(command).results());
                }
            }
        }
        return rows(runs);
    }

    private static List<Row> rows(Map<Impl, List<double[]>> runs) {
        Goal fast = Goal.atLeast(0.8, Impl.SOCKET).aiming(0.95);
        List<Row> rows = List.of(
                Row.of(GROUP, "receiving, with its CRC-32 compared", "MiB/s", fast),
                Row.of(GROUP, "CPU of receiving a GiB", "ms", null),
                Row.of(GROUP, "sending, every chunk signed, with a CRC-32 behind", "MiB/s", fast),
                Row.of(GROUP, "CPU of sending a GiB", "ms", null),
                Row.of(GROUP, "an event, from its writing to its reading", "µs", Goal.atMost(2000)),
                Row.of(GROUP, "an event, 99th percentile", "µs", null),
                Row.of(GROUP, "most heap in use", "MiB", Goal.atMost(64)));
        runs.forEach((impl, results) -> {
            for (int i = 0; i < rows.size(); i++) {
                int at = i;
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
