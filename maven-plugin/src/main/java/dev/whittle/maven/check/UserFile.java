package dev.whittle.maven.check;

import dev.whittle.codegen.write.AtomicFile;
import dev.whittle.maven.request.MisconfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file that users commit or read.
 *
 * @param path where it is
 * @param name how the user knows it, with what it is
 */
record UserFile(Path path, String name) {
    /** Whether there is something in its place. */
    boolean exists() {
        return Files.exists(path);
    }

    /**
     * The bytes of the file.
     *
     * @throws MisconfigurationException if it is a folder, or cannot be read
     */
    byte[] read() throws IOException {
        refuseFolder();
        try {
            return Files.readAllBytes(path);
        } catch (FileSystemException e) {
            throw new MisconfigurationException(name + " cannot be read: " + reason(e));
        }
    }

    /**
     * Replaces the file as a whole, unless it has this text already.
     *
     * @return whether it was written
     * @throws MisconfigurationException if it is a folder, or cannot be written; the file is then as it was
     */
    boolean update(String text) throws IOException {
        refuseFolder();
        if (exists() && Arrays.equals(read(), text.getBytes(StandardCharsets.UTF_8))) {
            return false;
        }
        try {
            AtomicFile.replace(path, text);
        } catch (FileSystemException e) {
            throw new MisconfigurationException(name + " cannot be written: " + reason(e));
        }
        return true;
    }

    private void refuseFolder() {
        if (Files.isDirectory(path)) {
            throw new MisconfigurationException(name + " is a folder: name a file");
        }
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "its permissions do not allow it";
        }
        return e.getReason() == null ? e.toString() : e.getReason();
    }
}
