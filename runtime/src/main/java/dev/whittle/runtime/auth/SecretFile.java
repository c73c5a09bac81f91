package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.MissingCredentialsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A small file that holds a token, read anew each time because its content changes. */
final class SecretFile {
    private static final int SIZE_LIMIT = 128 * 1024;

    private SecretFile() {}

    /**
     * The trimmed content.
     *
     * @param place what messages begin with
     * @param setting what names the file
     */
    static String read(String place, String setting, String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
            String text = withoutMark(new String(bytes, StandardCharsets.UTF_8)).trim();
            if (text.isEmpty() || bytes.length > SIZE_LIMIT) {
                throw new MissingCredentialsException(
                        place + ": the file of " + setting + (text.isEmpty() ? " is empty" : " is too large"), null);
            }
            return text;
        } catch (IOException | InvalidPathException e) {
            throw new MissingCredentialsException(
                    place + ": the file of " + setting + ", " + path + ", cannot be read: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    /** A text without the byte-order mark that programs on Windows write before it. */
    static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
