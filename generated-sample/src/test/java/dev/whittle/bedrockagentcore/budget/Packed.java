package dev.whittle.bedrockagentcore.budget;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/** Classes as they are in a jar, packed or not yet. */
final class Packed {
    /** What a jar that is written in one go has behind each entry. */
    private static final int RECORD_OF_SIZES = 16;

    private Packed() {}

    /** Where a class was loaded from: a folder in a build, or a jar. */
    static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** The class files below a folder. */
    static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }

    /** Bytes of a jar, packed like the runtime's, of what is below a folder, with names that begin at a root. */
    static long size(Path root, Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int entries = 0;
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.setLevel(Deflater.BEST_COMPRESSION);
            for (Path file : classes(folder)) {
                jar.putNextEntry(new JarEntry(root.relativize(file).toString()));
                Files.copy(file, jar);
                jar.closeEntry();
                entries++;
            }
        }
        return bytes.size() - (long) RECORD_OF_SIZES * entries;
    }
}
