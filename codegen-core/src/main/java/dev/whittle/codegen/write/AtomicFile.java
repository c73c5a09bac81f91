package dev.whittle.codegen.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Replaces a file as a whole: a reader, or a run after a killed one, sees the old bytes or the new ones. */
final class AtomicFile {
    private AtomicFile() {}

    /** Writes a text, with the folders above it, unless the file holds it already. */
    static void update(Path file, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (!Files.isRegularFile(file) || !Arrays.equals(content, Files.readAllBytes(file))) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            write(file, content);
        }
    }

    static void write(Path file, byte[] content) throws IOException {
        Path temporary = temporaryOf(file);
        Files.deleteIfExists(temporary);
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(temporary, file);
        } catch (IOException e) {
            removeLeftover(file, e);
            throw e;
        }
    }

    /** Where the bytes of a file wait until they are complete; javac does not take it for a source. */
    static Path temporaryOf(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".whittle");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void removeLeftover(Path file, IOException cause) {
        try {
            Files.deleteIfExists(temporaryOf(file));
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
