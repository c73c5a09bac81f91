package dev.whittle.codegen.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces a file as a whole: a reader, or a run after a killed one, sees the old bytes or the new ones. */
public final class AtomicFile {
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /**
     * Writes a text to a file that belongs to the user, with the folders above it. The file keeps its permissions; a new one
     * gets those of any new file. A symbolic link stays, and the file that it leads to is replaced.
     *
     * @throws IOException if the disk refuses; the old file is then as it was
     */
    public static void replace(Path file, String text) throws IOException {
        Path target = target(file);
        createFolderOf(target);
        write(target, text.getBytes(StandardCharsets.UTF_8), permissions(target));
    }

    private static Path target(Path file) throws IOException {
        Path target = file;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** Those of a file that exists, {@code null} without one, or where files have none. */
    private static @Nullable Set<PosixFilePermission> permissions(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null || !Files.exists(file)
                ? null
                : view.readAttributes().permissions();
    }

    /** A link to a folder is one: the JDK before 20 does not take it for such if it has to create folders. */
    private static void createFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    /** Writes a text, with the folders above it, unless the file holds it already. */
    static void update(Path file, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (!Files.isRegularFile(file) || !Arrays.equals(content, Files.readAllBytes(file))) {
            createFolderOf(file);
            write(file, content);
        }
    }

    static void write(Path file, byte[] content) throws IOException {
        write(file, content, null);
    }

    private static void write(Path file, byte[] content, @Nullable Set<PosixFilePermission> permissions)
            throws IOException {
        Path temporary = temporaryOf(file);
        Files.deleteIfExists(temporary);
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (permissions != null) {
                Files.setPosixFilePermissions(temporary, permissions);
            }
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
