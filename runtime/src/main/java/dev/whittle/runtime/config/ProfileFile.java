package dev.whittle.runtime.config;

import dev.whittle.runtime.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** One shared configuration file, as it was when it was read. */
final class ProfileFile {
    /** Far beyond any that people write; a device or a pipe in its place must not fill the memory. */
    private static final int SIZE_LIMIT = 16 * 1024 * 1024;

    private final Path path;
    private final long stamp;
    private final boolean exists;
    private final Map<String, Map<String, String>> profiles;

    private ProfileFile(Path path, long stamp, boolean exists, Map<String, Map<String, String>> profiles) {
        this.path = path;
        this.stamp = stamp;
        this.exists = exists;
        this.profiles = profiles;
    }

    /** Reads a file; one that is not there has no profiles. */
    static ProfileFile read(Path path, boolean prefixed) {
        // Before the content: a change in between is noticed the next time.
        long stamp = stamp(path);
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
            if (bytes.length > SIZE_LIMIT) {
                throw new ConfigurationException(path + " is larger than 16 MiB", null);
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return new ProfileFile(path, stamp, true, new ProfileFileParser(path.toString(), prefixed).parse(text));
        } catch (NoSuchFileException e) {
            return new ProfileFile(path, stamp, false, Map.of());
        } catch (IOException e) {
            throw new ConfigurationException(
                    path + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    /** A number that is another one after nearly every change; 0 when there is no file. */
    private static long stamp(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis() * 31 + Files.size(path) + 1;
        } catch (IOException e) {
            return 0;
        }
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return exists;
    }

    boolean isCurrent() {
        return stamp(path) == stamp;
    }

    /** The properties of a profile; empty when the file does not have it. */
    Map<String, String> properties(String profile) {
        return profiles.getOrDefault(profile, Map.of());
    }

    boolean has(String profile) {
        return profiles.containsKey(profile);
    }
}
