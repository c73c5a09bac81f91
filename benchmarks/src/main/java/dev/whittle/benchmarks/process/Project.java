package dev.whittle.benchmarks.process;

import dev.whittle.codegen.json.ModelSource;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Where things are: the module, the jars of those that are compared, the models. */
final class Project {
    private final Path module;
    private final Path target;
    private final List<Path> all;
    private final @Nullable Path givenModel;

    /**
     * Looks at the module.
     *
     * @param givenModel the folder of the model to generate from; null for the one in the project
     */
    Project(Path module, @Nullable Path givenModel) throws IOException {
        this.module = module;
        this.target = module.resolve("target");
        this.all = classPath(target.resolve("class-path.txt"));
        this.givenModel = givenModel;
    }

    static List<Path> classPath(Path file) throws IOException {
        List<Path> entries = new ArrayList<>();
        for (String entry : Files.readString(file).trim().split(File.pathSeparator, -1)) {
            entries.add(Path.of(entry));
        }
        return entries;
    }

    Path module() {
        return module;
    }

    /** A folder for what a measurement makes; not emptied. */
    Path work(String name) throws IOException {
        return Files.createDirectories(target.resolve("work").resolve(name));
    }

    Path results() {
        return target.resolve("results");
    }

    /** The page that results are written to. */
    Path page() {
        return module.resolveSibling("docs").resolve("performance.md");
    }

    /** Our own jar, which holds what runs in measured processes. */
    Path harness() {
        return target.resolve("whittle-benchmarks-0.1.0-SNAPSHOT.jar");
    }

    /** What an implementation needs; the client that the harness was compiled with is in the harness's jar. */
    String classPath(Impl impl) throws IOException {
        return switch (impl) {
            case AWS -> join(aws(), harness());
            case AWS_DEFAULT -> join(awsAsResolved(), harness());
            case FLOOR, SOCKET -> join(floor(), harness());
            case APACHE -> join(matching("whittle-runtime", "jspecify", "httpc", "slf4j-api"), harness());
            case WHITTLE -> join(runtime(), harness());
        };
    }

    /** The folder of the project's own model. */
    Path ownModel() {
        return module.resolveSibling("model").resolve("src/main/resources/META-INF/service-model/bedrock-agentcore");
    }

    /** The folder of the model that generators are measured with. */
    Path model() {
        return givenModel == null ? ownModel() : givenModel;
    }

    /** What a generated client needs beside itself. */
    List<Path> runtime() {
        return matching("whittle-runtime", "jspecify");
    }

    /** What the floor needs beside itself. */
    List<Path> floor() {
        return all.stream()
                .filter(jar -> jar.toString().contains("tools" + File.separator + "jackson"))
                .filter(jar -> name(jar).startsWith("jackson-core"))
                .toList();
    }

    /** The generator and what it needs. */
    List<Path> generator() {
        return matching("whittle-codegen-core", "jackson-", "jsoup", "jspecify", "javapoet", "smithy-");
    }

    /** The Maven plugin and what it needs beside Maven. */
    List<Path> plugin() {
        return matching("whittle-", "jackson-", "jsoup", "jspecify", "javapoet", "smithy-");
    }

    /** AWS's client over its lightest HTTP client. */
    List<Path> aws() throws IOException {
        return aws("bedrockagentcore");
    }

    /** AWS's client of a service over its lightest HTTP client. */
    List<Path> aws(String artifact) throws IOException {
        return classPath(target.resolve("class-paths/aws-light-" + artifact + ".txt"));
    }

    /** AWS's client as it resolves by itself. */
    List<Path> awsAsResolved() throws IOException {
        return classPath(target.resolve("class-paths/aws-as-resolved.txt"));
    }

    /** AWS's clients of DynamoDB and SQS as they resolve by themselves. */
    List<Path> awsServices() throws IOException {
        return classPath(target.resolve("class-paths/aws-services.txt"));
    }

    /** The artifact of the models that AWS published. */
    private Path models() throws IOException {
        return classPath(target.resolve("class-paths/models.txt")).get(0);
    }

    /** A model that AWS published, by its name and version. */
    ModelSource published(String name) throws IOException {
        return ModelSource.ofArchive(models(), "models/" + name + "-model.json");
    }

    /** The project's own model of S3, which AWS publishes in no artifact. */
    ModelSource s3() {
        return ModelSource.ofDirectory(module.resolveSibling("interop").resolve("src/main/service-model/s3"));
    }

    /** The largest of AWS's models of restJson1, QuickSight's, in a folder of its own. */
    Path largestModel() throws IOException {
        Path folder = work("quicksight");
        Path jar = models();
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream model = zip.getInputStream(zip.getEntry("models/quicksight-2018-04-01-model.json"))) {
            Files.copy(model, folder.resolve("service-2.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        return folder;
    }

    /** AWS's generator. */
    List<Path> awsGenerator() throws IOException {
        return classPath(target.resolve("class-paths/aws-generator.txt"));
    }

    private List<Path> matching(String... prefixes) {
        return all.stream()
                .filter(jar -> {
                    for (String prefix : prefixes) {
                        if (name(jar).startsWith(prefix)) {
                            return true;
                        }
                    }
                    return false;
                })
                .toList();
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }

    /** Files in the form that {@code -cp} takes. */
    static String join(List<Path> first, Path... more) {
        List<String> parts = new ArrayList<>();
        for (Path entry : first) {
            parts.add(entry.toString());
        }
        for (Path entry : more) {
            parts.add(entry.toString());
        }
        return String.join(File.pathSeparator, parts);
    }
}
