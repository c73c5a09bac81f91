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

/** Generating a client, and compiling it, each in a cold process. */
final class GeneratorCost implements Command {
    private static final String GENERATING = "Generating the client, cold process";
    private static final String COMPILING = "javac on the generated client, cold process";

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException, InterruptedException {
        Map<Impl, List<Child.Usage>> generating = new EnumMap<>(Impl.class);
        Map<Impl, List<Child.Usage>> compiling = new EnumMap<>(Impl.class);
        Path awsMain = awsMain(project);
        for (int round = 0; round < Math.min(3, effort.rounds()); round++) {
            for (Impl impl : List.of(Impl.AWS, Impl.WHITTLE)) {
                Path sources = project.work("generated-" + impl.id());
                ClientBuild.delete(sources);
                List<String> command = impl == Impl.AWS
                        ? Child.java(
                                Project.join(project.awsGenerator(), awsMain),
                                "AwsGenerate",
                                project.model().toString(),
                                sources.toString())
                        : Child.java(
                                Project.join(project.generator(), project.harness()),
                                "dev.whittle.benchmarks.child.Generate",
                                project.model().resolve("service-2.json").toString(),
                                sources.toString());
                generating.computeIfAbsent(impl, any -> new ArrayList<>()).add(Child.run(command));
                compiling.computeIfAbsent(impl, any -> new ArrayList<>()).add(Child.run(javac(project, impl, sources)));
            }
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row(GENERATING, "CPU", "s", Goal.atMost(0.14, Impl.AWS).aiming(0.07), generating, 1));
        rows.add(row(GENERATING, "wall time", "s", null, generating, 0));
        rows.add(
                row(GENERATING, "peak memory", "MiB", Goal.atMost(0.4, Impl.AWS).aiming(0.07), generating, 2));
        rows.add(lines(project));
        rows.add(row(COMPILING, "CPU", "s", Goal.atMost(0.3, Impl.AWS).aiming(0.2), compiling, 1));
        rows.add(row(COMPILING, "wall time", "s", null, compiling, 0));
        rows.add(row(COMPILING, "peak memory", "MiB", null, compiling, 2));
        return rows;
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

    private static Row lines(Project project) throws IOException {
        Row row = Row.of(GENERATING, "lines generated", "lines", null);
        for (Impl impl : List.of(Impl.AWS, Impl.WHITTLE)) {
            long count = 0;
            for (Path file : ClientBuild.files(project.work("generated-" + impl.id()))) {
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
