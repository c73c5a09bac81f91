package dev.whittle.codegen.corpus;

import dev.whittle.codegen.json.ModelSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The models of C2J that AWS has published in an artifact, and models of Smithy in a folder. */
public final class Corpus {
    private static final String FOLDER = "models/";
    private static final String END = "-model.json";

    private Corpus() {}

    /** The names of the published models, sorted. */
    static List<String> published() throws IOException {
        URL folder =
                Objects.requireNonNull(Corpus.class.getResource("/" + FOLDER), "the models are not on the class path");
        try (JarFile jar = ((JarURLConnection) folder.openConnection()).getJarFile()) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(entry -> entry.startsWith(FOLDER) && entry.endsWith(END))
                    .map(entry -> entry.substring(FOLDER.length(), entry.length() - END.length()))
                    .sorted()
                    .toList();
        }
    }

    /** A published model. */
    static ModelSource published(String name) throws IOException {
        String file = name + END;
        try (InputStream model = Objects.requireNonNull(Corpus.class.getResourceAsStream("/" + FOLDER + file), file)) {
            return new ModelSource(file, model.readAllBytes(), null, null, null);
        }
    }

    /** The models of Smithy in the folder that {@code -Dwhittle.smithy} names, none without one. */
    public static List<Path> smithy() throws IOException {
        String folder = System.getProperty("whittle.smithy", "");
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
