package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GetItem of DynamoDB and ReceiveMessage of SQS, in memory, over loopback and over TLS. AWS's clients are those that resolve
 * by default, over the HTTP client that comes with them.
 */
final class Services implements Command {
    private static final List<Impl> COMPARED = List.of(Impl.AWS, Impl.WHITTLE);
    private static final Map<String, String> TITLES =
            Map.of("get-item", "GetItem of DynamoDB", "receive-message", "ReceiveMessage of SQS, ten messages");

    // The places of figures in a result.
    private static final int CPU = 1;
    private static final int MEDIAN = 2;

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>(Jmh.services(project, effort));
        rows.addAll(measure(project, effort, null, List.of("get-item", "receive-message")));
        rows.addAll(measure(project, effort, Tls.keyStore(project), List.of("get-item")));
        return rows;
    }

    private static List<Row> measure(Project project, Effort effort, @Nullable Path keys, List<String> operations)
            throws IOException, InterruptedException {
        Map<Impl, List<List<double[]>>> runs = new EnumMap<>(Impl.class);
        for (int round = 0; round < effort.rounds(); round++) {
            for (Impl impl : COMPARED) {
                runs.computeIfAbsent(impl, any -> new ArrayList<>()).add(run(project, effort, impl, keys, operations));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            int operation = i;
            String group = TITLES.get(operations.get(i))
                    + (keys == null ? ", over loopback, 1 thread" : ", over TLS, 1 thread");
            Row median = Row.of(group, "median latency", "µs", keys == null ? null : Goal.atMost(0.6, Impl.AWS));
            Row cpu = Row.of(group, "CPU per call", "µs", keys == null ? null : Goal.atMost(0.4, Impl.AWS));
            runs.forEach((impl, results) -> {
                median.with(impl, figure(results, operation, MEDIAN));
                cpu.with(impl, figure(results, operation, CPU));
            });
            rows.addAll(List.of(median, cpu));
        }
        return rows;
    }

    private static List<double[]> run(
            Project project, Effort effort, Impl impl, @Nullable Path keys, List<String> operations)
            throws IOException, InterruptedException {
        try (Child.Server server = keys == null ? new Child.Server(project) : Child.Server.tls(project, keys)) {
            List<String> command = new ArrayList<>(List.of(Child.tool("java")));
            command.addAll(keys == null ? List.of() : Tls.trust(keys));
            command.addAll(List.of(
                    "-cp",
                    impl == Impl.AWS ? Project.join(project.awsServices(), project.harness()) : project.classPath(impl),
                    "dev.whittle.benchmarks.child.Load",
                    impl.id() + "-services",
                    server.endpoint(),
                    "1",
                    Integer.toString(effort.warmUp()),
                    Integer.toString(effort.warmUps()),
                    Integer.toString(effort.load()),
                    server.countPort(),
                    "platform"));
            command.addAll(operations);
            return Child.run(command).allResults();
        }
    }

    private static double figure(List<List<double[]>> runs, int operation, int place) {
        return Figures.median(
                runs.stream().mapToDouble(run -> run.get(operation)[place]).toArray());
    }
}
