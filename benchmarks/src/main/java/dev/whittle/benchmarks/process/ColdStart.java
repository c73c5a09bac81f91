package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new JVM makes one call and ends; the implementations take turns. */
final class ColdStart implements Command {
    private static final String GROUP = "Cold start: new JVM, one GetBrowserSession, exit";
    private static final String MIXED = "Cold start with an AppCDS archive, against the floor without one";
    private static final String OVER_TLS = "Cold start over TLS: new JVM, one GetBrowserSession over https, exit";
    private static final String WITH_CDS = "Cold start with an AppCDS archive (-XX:SharedArchiveFile)";

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException, InterruptedException {
        ClientBuild client = ClientBuild.of(project, "get-only", project.ownModel(), "GetBrowserSession");
        Map<Impl, String> classPaths = classPaths(project, client);
        List<Row> rows = new ArrayList<>();
        try (Child.Server server = new Child.Server(project)) {
            Map<Impl, List<String>> plain = new EnumMap<>(Impl.class);
            Map<Impl, List<String>> shared = new EnumMap<>(Impl.class);
            for (Impl impl : Impl.USUAL) {
                String classPath = classPaths.getOrDefault(impl, "");
                plain.put(impl, command(classPath, impl, server));
                Path archive = project.work("cds").resolve(impl.id() + ".jsa");
                Files.deleteIfExists(archive);
                Child.run(command(classPath, impl, server, "-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off"));
                shared.put(impl, command(classPath, impl, server, "-XX:SharedArchiveFile=" + archive));
            }
            measure(GROUP, plain, effort, Goal.atMost(1.4, Impl.FLOOR).aiming(1.15), rows);
            rows.add(loadedClasses(classPaths, server));
            measure(WITH_CDS, shared, effort, null, rows);
            rows.addAll(archived(rows));
        }
        overTls(project, classPaths, effort, rows);
        return rows;
    }

    private static void overTls(Project project, Map<Impl, String> classPaths, Effort effort, List<Row> rows)
            throws IOException, InterruptedException {
        Path keys = Tls.keyStore(project);
        String[] trust = Tls.trust(keys).toArray(new String[0]);
        try (Child.Server server = Child.Server.tls(project, keys)) {
            Map<Impl, List<String>> commands = new EnumMap<>(Impl.class);
            classPaths.forEach((impl, classPath) -> commands.put(impl, command(classPath, impl, server, trust)));
            measure(OVER_TLS, commands, effort, Goal.atMost(0.25, Impl.AWS), rows);
        }
    }

    static Map<Impl, String> classPaths(Project project, ClientBuild client) throws IOException {
        Map<Impl, String> classPaths = new EnumMap<>(Impl.class);
        classPaths.put(Impl.AWS, Project.join(project.aws(), project.harness()));
        classPaths.put(Impl.FLOOR, Project.join(project.floor(), project.harness()));
        classPaths.put(
                Impl.WHITTLE,
                Project.join(List.of(client.jar()), Path.of(Project.join(project.runtime(), project.harness()))));
        return classPaths;
    }

    private static List<String> command(String classPath, Impl impl, Child.Server server, String... options) {
        List<String> command = new ArrayList<>(List.of(Child.tool("java")));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, "dev.whittle.benchmarks.child.Cold" + impl.suffix()));
        command.add(server.endpoint());
        return command;
    }

    static void measure(
            String group, Map<Impl, List<String>> commands, Effort effort, @Nullable Goal goal, List<Row> rows)
            throws IOException, InterruptedException {
        Map<Impl, List<Child.Usage>> usages = new EnumMap<>(Impl.class);
        for (int round = -1; round < effort.coldStarts(); round++) {
            for (Map.Entry<Impl, List<String>> command : commands.entrySet()) {
                Child.Usage usage = Child.run(command.getValue());
                if (round >= 0) {
                    usages.computeIfAbsent(command.getKey(), impl -> new ArrayList<>())
                            .add(usage);
                }
            }
        }
        Row wall = Row.of(group, "wall time", "s", goal);
        Row cpu = Row.of(group, "CPU", "s", goal);
        // Most of the memory of a small process is the JDK's, with any client.
        Row peak = Row.of(group, "peak memory", "MiB", group.equals(GROUP) ? goal : null);
        usages.forEach((impl, runs) -> {
            wall.with(
                    impl,
                    Figures.median(runs.stream().mapToDouble(Child.Usage::wall).toArray()));
            cpu.with(
                    impl,
                    Figures.median(runs.stream().mapToDouble(Child.Usage::cpu).toArray()));
            peak.with(
                    impl,
                    Figures.median(runs.stream().mapToDouble(Child.Usage::peak).toArray()));
        });
        rows.addAll(List.of(wall, cpu, peak));
    }

    /** The archive's aim is a part of what the floor takes without one. */
    private static List<Row> archived(List<Row> measured) {
        List<Row> rows = new ArrayList<>();
        for (Row plain : measured) {
            for (Row shared : measured) {
                Double floor = plain.figure(Impl.FLOOR);
                Double ours = shared.figure(Impl.WHITTLE);
                boolean same = plain.group().equals(GROUP)
                        && shared.group().equals(WITH_CDS)
                        && plain.name().equals(shared.name());
                if (same && floor != null && ours != null) {
                    rows.add(Row.of(
                                    MIXED,
                                    plain.name(),
                                    plain.unit(),
                                    Goal.atMost(1.4, Impl.FLOOR).aiming(0.7))
                            .with(Impl.FLOOR, floor)
                            .with(Impl.WHITTLE, ours));
                }
            }
        }
        return rows;
    }

    private static Row loadedClasses(Map<Impl, String> classPaths, Child.Server server)
            throws IOException, InterruptedException {
        Row row = Row.of(GROUP, "classes loaded", "classes", null);
        for (Map.Entry<Impl, String> entry : classPaths.entrySet()) {
            Child.Usage usage = Child.run(command(entry.getValue(), entry.getKey(), server, "-Xlog:class+load"));
            row.with(
                    entry.getKey(),
                    usage.output()
                            .lines()
                            .filter(line -> line.contains("source:"))
                            .count());
        }
        return row;
    }
}
