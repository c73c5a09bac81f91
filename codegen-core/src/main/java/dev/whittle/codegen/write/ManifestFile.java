package dev.whittle.codegen.write;

import dev.whittle.codegen.write.Manifest.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The manifest on the disk: a head, the directory it speaks of, a line a file, and a checksum over all of it. What does
 * not read back exactly is taken for no manifest at all: then nothing counts as ours, and nothing is deleted.
 */
final class ManifestFile {
    private final Path file;
    private final String rootLine;

    ManifestFile(Path root, Path file) {
        this.file = file;
        this.rootLine = "root ".concat(relative(root, file).replace('\n', ' '));
    }

    /** Relative, so that a project may be moved or copied and never reaches for the files of its original. */
    private static String relative(Path root, Path file) {
        Path from = file.toAbsolutePath().normalize();
        Path to = root.toAbsolutePath().normalize();
        return from.getRoot().equals(to.getRoot()) ? from.relativize(to).toString() : to.toString();
    }

    Manifest read() throws IOException {
        ManifestReader reader = open();
        SortedMap<String, Stamp> files = new TreeMap<>();
        while (reader.next()) {
            files.put(reader.folder() + reader.name(), new Stamp(reader.size(), reader.modified()));
        }
        return reader.isDamaged() ? Manifest.EMPTY : new Manifest(reader.isComplete(), files);
    }

    /** A reader of what is there; of nothing, which counts as damaged, where there is no manifest. */
    ManifestReader open() throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            content = new byte[0];
        }
        return new ManifestReader(content, rootLine);
    }

    /** Writes what differs from what is there. */
    void write(Manifest manifest) throws IOException {
        StringBuilder text = new StringBuilder(64 + manifest.files().size() * 80);
        text.append(manifest.complete() ? ManifestReader.COMPLETE : ManifestReader.PENDING);
        text.append(rootLine).append('\n');
        for (Map.Entry<String, Stamp> entry : manifest.files().entrySet()) {
            Stamp stamp = entry.getValue();
            text.append(stamp.size()).append(' ').append(stamp.modified()).append(' ');
            text.append(entry.getKey()).append('\n');
        }
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        text.append(ManifestReader.checksumLine(body, body.length));
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        if (!Files.isRegularFile(file) || !Arrays.equals(content, Files.readAllBytes(file))) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, content);
        }
    }
}
