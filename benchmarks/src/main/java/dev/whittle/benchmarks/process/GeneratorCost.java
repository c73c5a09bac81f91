package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Generating a client, compiling it, and finding that nothing is to be generated, each in cold processes. */
final class GeneratorCost implements Command {
    private static final String GENERATING = "Generating the client, cold process";
    private static final String LARGEST = "Generating QuickSight, the largest model of restJson1, cold process";
    private static final String UNCHANGED = "Generating when nothing changed, once in a process";
    private static final String COMPILING = "javac on the generated client, cold process";

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException, InterruptedException {
        Path awsMain = awsMain(project);
        Map<Impl, List<Child.Usage>> generating = new EnumMap<>(Impl.class);
        Map<Impl, List<Child.Usage>> compiling = new EnumMap<>(Impl.class);
        for (int round = 0; round < effort.rounds(); round++) {
            for (Impl impl : List.of(Impl.AWS, Impl.WHITTLE)) {
                Path sources = generated(project, GENERATING, impl);
                generating
                        .computeIfAbsent(impl, any -> new ArrayList<>())
                        .add(Child.run(generate(project, awsMain, impl, project.model(), sources)));
                compiling.computeIfAbsent(impl, any -> new ArrayList<>()).add(Child.run(javac(project, impl, sources)));
            }
        }
        Map<Impl, List<Child.Usage>> largest = new EnumMap<>(Impl.class);
        for (Impl impl : List.of(Impl.AWS, Impl.WHITTLE)) {
            Path sources = generated(project, LARGEST, impl);
            largest.put(impl, List.of(Child.run(generate(project, awsMain, impl, project.largestModel(), sources))));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row(GENERATING, "CPU", "s", Goal.atMost(0.14, Impl.AWS).aiming(0.07), generating, 1));
        rows.add(row(GENERATING, "wall time", "s", null, generating, 0));
        rows.add(
                row(GENERATING, "peak memory", "MiB", Goal.atMost(0.4, Impl.AWS).aiming(0.07), generating, 2));
        rows.add(lines(project, GENERATING));
        rows.add(row(LARGEST, "CPU", "s", Goal.atMost(0.1, Impl.AWS).aiming(0.05), largest, 1));
        rows.add(row(LARGEST, "wall time", "s", null, largest, 0));
        rows.add(row(LARGEST, "peak memory", "MiB", Goal.atMost(0.35, Impl.AWS).aiming(0.05), largest, 2));
        rows.add(lines(project, LARGEST));
        rows.add(row(COMPILING, "CPU", "s", Goal.atMost(0.3, Impl.AWS).aiming(0.2), compiling, 1));
        rows.add(row(COMPILING, "wall time", "s", null, compiling, 0));
        rows.add(row(COMPILING, "peak memory", "MiB", null, compiling, 2));
        rows.add(unchanged(project, effort));
        return rows;
    }

    /** An empty folder for what one generator makes of one model. */
    private static Path generated(Project project, String group, Impl impl) throws IOException {
        Path sources = sources(project, group, impl);
        ClientBuild.delete(sources);
        return sources;
    }

    private static Path sources(Project project, String group, Impl impl) throws IOException {
        return project.work("generated-" + (group.equals(LARGEST) ? "largest-" : "") + impl.id());
    }

    private static List<String> generate(Project project, Path awsMain, Impl impl, Path model, Path sources)
            throws IOException {
        return impl == Impl.AWS
                ? Child.java(
                        Project.join(project.awsGenerator(), awsMain),
                        "AwsGenerate",
                        model.toString(),
                        sources.toString())
                : generate(project, model.resolve("service-2.json"), sources);
    }

    /** The command that generates from a model with Whittle. */
    static List<String> generate(Project project, Path model, Path sources) {
        return Child.java(
                Project.join(project.generator(), project.harness()),
                "dev.whittle.benchmarks.child.Generate",
                model.toString(),
                sources.toString());
    }

    /** The goal once to generate, then in new processes that find nothing to do. */
    private static Row unchanged(Project project, Effort effort) throws IOException, InterruptedException {
        Path sources = project.work("unchanged");
        Path status = project.work("unchanged-status");
        ClientBuild.delete(sources);
        ClientBuild.delete(status);
        List<String> command = Child.java(
                Project.join(project.plugin(), project.harness()),
                "dev.whittle.benchmarks.child.Unchanged",
                project.model().toString(),
                sources.toString(),
                status.toString());
        if (Child.run(command).results()[1] != 1) {
            throw new IllegalStateException("the first run generated nothing");
        }
        double[] millis = new double[effort.coldStarts()];
        for (int i = 0; i < millis.length; i++) {
            double[] results = Child.run(command).results();
            if (results[1] != 0) {
                throw new IllegalStateException("a run with nothing to do generated");
            }
            millis[i] = results[0];
        }
        return Row.of(UNCHANGED, "time inside the goal", "ms", Goal.atMost(30).aiming(10))
                .with(Impl.WHITTLE, Figures.median(millis));
    }

    private static Path awsMain(Project project) throws IOException {
        Path classes = project.work("aws-generator");
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        System.err,
                        "-proc:none",
                        "-cp",
                        Project.join(project.awsGenerator()),
                        "-d",
                        classes.toString(),
                        project.module()
                                .resolve("src/aws-generator/AwsGenerate.java")
                                .toString());
        if (code != 0) {
            throw new IOException("javac failed on the main class of AWS's generator");
        }
        return classes;
    }

    private static List<String> javac(Project project, Impl impl, Path sources) throws IOException {
        Path classes = project.work("compiled-" + impl.id());
        ClientBuild.delete(classes);
        Path arguments = project.work("javac").resolve(impl.id() + ".txt");
        List<Path> classPath = impl == Impl.AWS
                ? project.aws().stream()
                        .filter(jar -> !jar.getFileName().toString().startsWith("bedrockagentcore-"))
                        .toList()
                : project.runtime();
        List<String> lines = new ArrayList<>(List.of("-nowarn", "-proc:none", "-cp", Project.join(classPath)));
        lines.addAll(List.of("-d", classes.toString()));
        for (Path file : ClientBuild.files(sources)) {
            if (file.toString().endsWith(".java")) {
                lines.add(file.toString());
            }
        }
        Files.write(arguments, lines);
        return List.of(Child.tool("javac"), "@" + arguments);
    }

    private static Row row(
            String group,
            String name,
            String unit,
            @Nullable Goal goal,
            Map<Impl, List<Child.Usage>> usages,
            int figure) {
        Row row = Row.of(group, name, unit, goal);
        usages.forEach((impl, runs) -> row.with(
                impl,
                Figures.median(runs.stream()
                        .mapToDouble(usage -> new double[] {usage.wall(), usage.cpu(), usage.peak()}[figure])
                        .toArray())));
        return row;
    }

    private static Row lines(Project project, String group) throws IOException {
        Row row = Row.of(group, "lines generated", "lines", null);
        for (Impl impl : List.of(Impl.AWS, Impl.WHITTLE)) {
            long count = 0;
            for (Path file : ClientBuild.files(sources(project, group, impl))) {
                if (file.toString().endsWith(".java")) {
                    try (Stream<String> lines = Files.lines(file)) {
                        count += lines.count();
                    }
                }
            }
            row.with(impl, count);
        }
        return row;
    }
}
