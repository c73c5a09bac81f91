package dev.whittle.benchmarks.process;

import dev.whittle.codegen.json.ModelSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Clients of the services that functions call most, with the operations that they call: what they weigh, and how they start. */
final class Trimmed implements Command {
    /** The figure that the summary shows. */
    static final String CLASS_PATH = "class path";

    /**
     * A client.
     *
     * @param title what readers call it
     * @param artifact the name of AWS's client
     * @param program the end of the names of the programs that make one call
     */
    private record Client(
            String title,
            String artifact,
            String packageName,
            ModelSource model,
            String program,
            List<String> operations) {
        /** The largest one; the goal for the class path is for it. */
        boolean isS3() {
            return artifact.equals("s3");
        }
    }

    private static List<Client> clients(Project project) throws IOException {
        return List.of(
                new Client(
                        "S3: GetObject, PutObject, ListObjectsV2 and DeleteObject",
                        "s3",
                        "com.example.s3",
                        project.s3(),
                        "Object",
                        List.of("GetObject", "PutObject", "ListObjectsV2", "DeleteObject")),
                new Client(
                        "DynamoDB: GetItem",
                        "dynamodb",
                        "com.example.dynamodb",
                        project.published("dynamodb-2012-08-10"),
                        "Item",
                        List.of("GetItem")),
                new Client(
                        "SQS: ReceiveMessage",
                        "sqs",
                        "com.example.sqs",
                        project.published("sqs-2012-11-05"),
                        "Messages",
                        List.of("ReceiveMessage")),
                new Client(
                        "STS: AssumeRole",
                        "sts",
                        "com.example.sts",
                        project.published("sts-2011-06-15"),
                        "Role",
                        List.of("AssumeRole")));
    }

    @Override
    public List<Row> run(Project project, Effort effort) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (Child.Server server = new Child.Server(project)) {
            for (Client client : clients(project)) {
                measure(project, effort, client, server, rows);
            }
        }
        return rows;
    }

    private static void measure(Project project, Effort effort, Client client, Child.Server server, List<Row> rows)
            throws IOException, InterruptedException {
        ClientBuild build =
                ClientBuild.of(project, client.artifact(), client.model(), client.packageName(), client.operations());
        List<Path> ours = Stream.concat(Stream.of(build.jar()), project.runtime().stream())
                .toList();
        List<Path> theirs = project.aws(client.artifact());
        rows.add(Row.of(client.title(), CLASS_PATH, "KB", client.isS3() ? Goal.atMost(600) : null)
                .with(Impl.AWS, Footprint.kilobytes(theirs))
                .with(Impl.WHITTLE, Footprint.kilobytes(ours)));
        rows.add(Row.of(client.title(), "the client in it", "KB", null)
                .with(Impl.AWS, Footprint.kilobytes(client(theirs, client.artifact())))
                .with(Impl.WHITTLE, Footprint.kilobytes(List.of(build.jar()))));
        rows.add(Row.of(client.title(), "jars", "jars", null)
                .with(Impl.AWS, theirs.size())
                .with(Impl.WHITTLE, ours.size()));
        Map<Impl, List<String>> commands = new EnumMap<>(Impl.class);
        commands.put(Impl.AWS, command(theirs, project, client, Impl.AWS, server));
        commands.put(Impl.WHITTLE, command(ours, project, client, Impl.WHITTLE, server));
        ColdStart.measure(client.title(), commands, effort, Goal.atMost(0.25, Impl.AWS), rows);
    }

    private static List<Path> client(List<Path> jars, String artifact) {
        return jars.stream()
                .filter(jar -> jar.getFileName().toString().matches(artifact + "-[0-9.]+\\.jar"))
                .toList();
    }

    private static List<String> command(
            List<Path> jars, Project project, Client client, Impl impl, Child.Server server) {
        return Child.java(
                Project.join(jars, project.harness()),
                "dev.whittle.benchmarks.child.Cold" + client.program() + impl.suffix(),
                server.endpoint());
    }
}
