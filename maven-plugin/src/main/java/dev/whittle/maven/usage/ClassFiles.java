package dev.whittle.maven.usage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The class files in folders and jars. What cannot be read is a warning. */
final class ClassFiles {
    private static final int MOST_WARNINGS = 20;

    private final List<Path> roots;
    private final List<String> warnings = new ArrayList<>();
    private int more;

    ClassFiles(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** Shows each class file to a reader, which may throw any runtime exception. */
    void forEach(Consumer<byte[]> reader) {
        for (Path root : roots) {
            try {
                if (Files.isDirectory(root)) {
                    folder(root, reader);
                } else if (Files.isRegularFile(root)) {
                    jar(root, reader);
                }
            } catch (IOException | UncheckedIOException e) {
                warn(root.toString(), e);
            }
        }
    }

    private void folder(Path root, Consumer<byte[]> reader) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> isWanted(root.relativize(file).toString().replace('\\', '/')))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
        for (Path file : files) {
            try {
                read(file.toString(), Files.readAllBytes(file), reader);
            } catch (IOException e) {
                warn(file.toString(), e);
            }
        }
    }

    private void jar(Path root, Consumer<byte[]> reader) throws IOException {
        try (ZipFile jar = new ZipFile(root.toFile())) {
            List<? extends ZipEntry> entries =
                    jar.stream().filter(entry -> isWanted(entry.getName())).toList();
            for (ZipEntry entry : entries) {
                String name = root + "!/" + entry.getName();
                try (InputStream in = jar.getInputStream(entry)) {
                    read(name, in.readAllBytes(), reader);
                } catch (IOException e) {
                    warn(name, e);
                }
            }
        }
    }

    /** Classes for later versions of Java, below {@code META-INF}, say the same as those that they replace. */
    private static boolean isWanted(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("module-info.class");
    }

    /** A damaged class file makes the reader of class files fail in many ways. */
    void read(String name, byte[] bytes, Consumer<byte[]> reader) {
        try {
            reader.accept(bytes);
        } catch (RuntimeException e) {
            warn(name, e);
        }
    }

    private void warn(String name, Exception e) {
        if (warnings.size() < MOST_WARNINGS) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            String warning = "could not read " + name + ": " + reason;
            if (!warnings.contains(warning)) {
                warnings.add(warning);
            }
        } else {
            more++;
        }
    }

    /** What could not be read, and last how much is not listed. */
    List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        if (more > 0) {
            all.add("could not read " + more + " more class files");
        }
        return List.copyOf(all);
    }
}
