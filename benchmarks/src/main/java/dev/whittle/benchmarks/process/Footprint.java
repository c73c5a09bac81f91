package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Bytes and jars that a user of one call, and of all calls, carries about. */
final class Footprint implements Command {
    private static final String ONE = "Class path of a client that calls GetBrowserSession";
    private static final String CLIENT = "Client jar";

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException {
        ClientBuild one = ClientBuild.of(project, "get-only", project.ownModel(), "GetBrowserSession");
        ClientBuild all = ClientBuild.of(project, "all", project.model());
        List<Path> ours =
                Stream.concat(Stream.of(one.jar()), project.runtime().stream()).toList();
        Path awsClient = project.aws().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("bedrockagentcore-"))
                .findFirst()
                .orElseThrow();
        return List.of(
                Row.of(ONE, "jars beside the client's own", "jars", Goal.atMost(3))
                        .with(Impl.AWS, project.aws().size() - 1)
                        .with(Impl.FLOOR, project.floor().size())
                        .with(Impl.WHITTLE, ours.size() - 1),
                Row.of(ONE, "size, the client included", "KB", Goal.atMost(900).aiming(750))
                        .with(Impl.AWS, kilobytes(project.aws()))
                        .with(Impl.FLOOR, kilobytes(project.floor()))
                        .with(Impl.WHITTLE, kilobytes(ours)),
                Row.of(ONE, "size, as it resolves by default", "KB", null)
                        .with(Impl.AWS, kilobytes(project.awsAsResolved()))
                        .with(Impl.WHITTLE, kilobytes(ours)),
                Row.of(CLIENT, "GetBrowserSession only", "KB", Goal.atMost(120).aiming(70))
                        .with(Impl.AWS, kilobytes(List.of(awsClient)))
                        .with(Impl.WHITTLE, kilobytes(List.of(one.jar()))),
                Row.of(
                                CLIENT,
                                "all operations of the measured model",
                                "KB",
                                Goal.atMost(1200).aiming(800))
                        .with(Impl.AWS, kilobytes(List.of(awsClient)))
                        .with(Impl.WHITTLE, kilobytes(List.of(all.jar()))),
                Row.of(CLIENT, "classes, all operations", "classes", null)
                        .with(Impl.AWS, classes(awsClient))
                        .with(Impl.WHITTLE, classes(all.jar())));
    }

    /** In thousands of bytes, as package repositories show them. */
    static double kilobytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return Math.round(bytes / 100.0) / 10.0;
    }

    private static long classes(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .count();
        }
    }
}
