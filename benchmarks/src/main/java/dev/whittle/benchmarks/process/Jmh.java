package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs the JMH benchmarks in a process of their own and turns what they report into rows. */
final class Jmh implements Command {
    private static final Map<String, String> GROUPS = groups();

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("HotPath.getBrowserSession", "GetBrowserSession, warm, transport in memory, signed");
        groups.put("HotPath.startBrowserSession", "StartBrowserSession, warm, transport in memory, signed");
        groups.put("Codec.read", "Reading the response of GetBrowserSession, warm");
        groups.put("Codec.write", "Writing the body of StartBrowserSession, warm");
        groups.put("Signer.sign", "Signing, warm");
        groups.put("Generation.generate", "Generating in process, warm");
        groups.put("Services.getItem", "GetItem of DynamoDB, warm, transport in memory, signed");
        groups.put("Services.receiveMessage", "ReceiveMessage of SQS, ten messages, warm, transport in memory, signed");
        return groups;
    }

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException, InterruptedException {
        List<JsonNode> measured = new ArrayList<>();
        jmh(project, effort, "common", "jmh\\.(HotPath|Codec|Signer|Generation)\\.", measured);
        jmh(project, effort, "full", "jmh\\.(HotPath\\.get|Codec\\.read)", measured);
        return rows(measured);
    }

    /** Calls of services of AWS's JSON protocols. */
    static List<Row> services(Project project, Effort effort) throws IOException, InterruptedException {
        List<JsonNode> measured = new ArrayList<>();
        jmh(project, effort, "services", "jmh\\.Services\\.", measured);
        return rows(measured);
    }

    private static void jmh(Project project, Effort effort, String answer, String benchmarks, List<JsonNode> measured)
            throws IOException, InterruptedException {
        Path json = project.work("jmh").resolve(answer + ".json");
        List<Path> classPath = Project.classPath(project.module().resolve("target/class-path.txt"));
        List<String> command = Child.java(
                Project.join(classPath, project.harness()),
                "-Dwhittle.model=" + project.model().resolve("service-2.json"),
                "org.openjdk.jmh.Main",
                benchmarks,
                "-p",
                "answer=" + answer,
                "-prof",
                "gc",
                "-rf",
                "json",
                "-rff",
                json.toString());
        command.addAll(
                effort.quick()
                        ? List.of("-f", "1", "-wi", "3", "-i", "3", "-w", "1", "-r", "1")
                        : List.of("-f", "2", "-wi", "5", "-i", "5", "-w", "2", "-r", "1"));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("JMH failed");
        }
        Results.read(json).forEach(measured::add);
    }

    private static List<Row> rows(List<JsonNode> report) {
        List<String> order = List.copyOf(GROUPS.keySet());
        List<JsonNode> benchmarks = new ArrayList<>(report);
        benchmarks.sort(Comparator.comparingInt(benchmark -> order.indexOf(key(benchmark))));
        Map<String, Row> rows = new LinkedHashMap<>();
        for (JsonNode benchmark : benchmarks) {
            String key = key(benchmark);
            JsonNode parameters = benchmark.get("params");
            boolean full = parameters != null
                    && parameters.has("answer")
                    && parameters.get("answer").asString().equals("full");
            String group = GROUPS.getOrDefault(key, key) + (full ? ", every member set" : "");
            Impl impl = impl(parameters);
            JsonNode primary = benchmark.get("primaryMetric");
            Goal goal = key.startsWith("HotPath") ? Goal.atMost(1.5, Impl.FLOOR).aiming(1.1) : null;
            String unit =
                    primary.get("scoreUnit").asString().replace("us/op", "µs").replace("ms/op", "ms");
            rows.computeIfAbsent(group + " time", any -> Row.of(group, "time", unit, goal))
                    .with(impl, primary.get("score").asDouble());
            JsonNode bytes = allocation(benchmark.get("secondaryMetrics"));
            if (bytes != null) {
                rows.computeIfAbsent(group + " bytes", any -> Row.of(group, "allocated", "bytes", goal))
                        .with(impl, Math.rint(bytes.get("score").asDouble()));
            }
        }
        return new ArrayList<>(rows.values());
    }

    private static String key(JsonNode benchmark) {
        String[] path = benchmark.get("benchmark").asString().split("\\.", -1);
        return path[path.length - 2] + "." + path[path.length - 1];
    }

    private static Impl impl(@Nullable JsonNode parameters) {
        String id = parameters == null || !parameters.has("impl")
                ? "whittle"
                : parameters.get("impl").asString();
        return switch (id) {
            case "aws" -> Impl.AWS;
            case "floor" -> Impl.FLOOR;
            default -> Impl.WHITTLE;
        };
    }

    private static @Nullable JsonNode allocation(JsonNode metrics) {
        for (Map.Entry<String, JsonNode> metric : metrics.properties()) {
            if (metric.getKey().endsWith("gc.alloc.rate.norm")) {
                return metric.getValue();
            }
        }
        return null;
    }
}
