package dev.whittle.codegen.harness;

import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.model.Extra;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One feature: a tiny model, the sources that are expected of it, and an exercise of the compiled client.
 *
 * @param folder holds the model, the exercise, and the sources in the folders of their packages
 */
public record Golden(Path folder) {
    /** Rewrites the expected sources instead of comparing with them: {@code -Dwhittle.golden.update=true}. */
    public static final boolean UPDATE = Boolean.getBoolean("whittle.golden.update");

    private static final Path ROOT = Path.of("src", "test", "resources", "golden");
    private static final String EXERCISE = "Exercise.java";

    /** What looks much the same for every service; only features that show in such a file keep a golden one. */
    private static final Set<String> COMMON = Set.of(
            "TinyClient.java",
            "DefaultTinyClient.java",
            "TinyAsyncClient.java",
            "DefaultTinyAsyncClient.java",
            "TinyPresigner.java",
            "TinyService.java",
            "TinyErrors.java",
            "TinyException.java",
            "package-info.java");

    /** All features, sorted by name. */
    public static List<Golden> all() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory).sorted().map(Golden::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The feature of that name. */
    public static Golden named(String name) {
        return new Golden(ROOT.resolve(name));
    }

    /** The text of the model without its siblings. */
    public String model() {
        return read(folder.resolve("service-2.json"));
    }

    /** What the generator makes of the model; of the extras only those of which there is a golden file. */
    public SortedMap<String, String> generated() {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        if (has("TinyAsyncClient.java")) {
            extras.add(Extra.ASYNC_CLIENT);
        }
        if (has("TinyPresigner.java")) {
            extras.add(Extra.PRESIGNER);
        }
        return Generation.files(ModelSource.ofDirectory(folder), extras);
    }

    private boolean has(String file) {
        return Files.exists(folder.resolve("com/example/tiny").resolve(file));
    }

    /** The same without those common files of which there is no golden one. */
    public SortedMap<String, String> comparable() {
        SortedMap<String, String> comparable = new TreeMap<>(generated());
        comparable.keySet().removeIf(path -> isCommon(path) && !Files.exists(folder.resolve(path)));
        return comparable;
    }

    private static boolean isCommon(String path) {
        return COMMON.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    /** What it is expected to make of it, by path. */
    public SortedMap<String, String> expected() {
        SortedMap<String, String> expected = new TreeMap<>();
        for (Path file : sources()) {
            expected.put(folder.relativize(file).toString().replace('\\', '/'), read(file));
        }
        return expected;
    }

    /** The source of the exercise. */
    public Map<String, String> exercise() {
        return Map.of(EXERCISE, read(folder.resolve(EXERCISE)));
    }

    /** Makes what is generated what is expected. */
    public void update() throws IOException {
        SortedMap<String, String> comparable = comparable();
        for (Path file : sources()) {
            Files.delete(file);
        }
        for (Map.Entry<String, String> file : comparable.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private List<Path> sources() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().equals(folder))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
