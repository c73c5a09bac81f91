package dev.whittle.benchmarks.child;

import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.maven.generation.ArtifactLocator;
import dev.whittle.maven.generation.Console;
import dev.whittle.maven.generation.Generation;
import dev.whittle.maven.generation.Generator;
import dev.whittle.maven.generation.ModelLoader;
import dev.whittle.maven.generation.Task;
import dev.whittle.maven.request.ArtifactCoordinates;
import dev.whittle.maven.request.ClientsRequest;
import dev.whittle.maven.request.ModelOrigin;
import dev.whittle.maven.request.ModelRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the goal {@code generate} does after its parameters are translated, once in a process, as in a build. Prints the
 * milliseconds that it took, and 1 if a file changed.
 */
final class Unchanged {
    private Unchanged() {}

    /** Arguments: the folder of the model, that of the sources, that of what is remembered. */
    public static void main(String[] args) throws Exception {
        Path model = Path.of(args[0]);
        useWhatMavenUses(model);
        long start = System.nanoTime();
        Task task = new Task(
                new ClientsRequest(
                        List.of(new ModelRequest(
                                new ModelOrigin.Folder(model), "com.example.browser", OperationFilter.ALL)),
                        null),
                Path.of(args[1]),
                Path.of(args[2]),
                null,
                "measured",
                true,
                false);
        ModelLoader models = new ModelLoader(new Known(model));
        boolean changed = new Generation(models, new Generator.Core(), new Quiet()).run(task);
        System.out.println("result " + (System.nanoTime() - start) / 1e6 + " " + (changed ? 1 : 0));
    }

    /** Maven has read files, gone through streams and made digests long before any plugin comes to its turn. */
    private static void useWhatMavenUses(Path model) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
        if (HexFormat.of().formatHex(digest.digest()).isEmpty()) {
            throw new IllegalStateException("there is no model in " + model);
        }
    }

    /** Stands in for Maven; a class, as the plugin's is, since a lambda would be bound while the time runs. */
    private record Known(Path model) implements ArtifactLocator {
        @Override
        public Path locate(ArtifactCoordinates coordinates) {
            return model;
        }
    }

    /** Errors alone are shown. */
    private static final class Quiet implements Console {
        @Override
        public boolean isDetailed() {
            return false;
        }

        @Override
        public void detail(String message) {}

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void error(String message) {
            System.err.println(message);
        }
    }
}
