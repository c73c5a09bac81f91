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
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The manifest on the disk: a head, the directory it speaks of, a line a file, and a checksum over all of it. What does
 * not read back exactly is taken for no manifest at all: then nothing counts as ours, and nothing is deleted.
 */
final class ManifestFile {
    private static final String COMPLETE = "whittle-manifest 1 complete";
    private static final String PENDING = "whittle-manifest 1 pending";
    private static final String CHECKSUM = "crc32 ";

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
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Manifest.EMPTY;
        }
        Manifest manifest = parse(content);
        return manifest == null ? Manifest.EMPTY : manifest;
    }

    /** Writes what differs from what is there. */
    void write(Manifest manifest) throws IOException {
        StringBuilder text = new StringBuilder(64 + manifest.files().size() * 80);
        text.append(manifest.complete() ? COMPLETE : PENDING).append('\n');
        text.append(rootLine).append('\n');
        for (Map.Entry<String, Stamp> entry : manifest.files().entrySet()) {
            Stamp stamp = entry.getValue();
            text.append(stamp.size()).append(' ').append(stamp.modified()).append(' ');
            text.append(entry.getKey()).append('\n');
        }
        String checksum = checksum(text.toString());
        text.append(CHECKSUM).append(checksum).append('\n');
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        if (!Files.isRegularFile(file) || !Arrays.equals(content, Files.readAllBytes(file))) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, content);
        }
    }

    /** Every build comes here, most of them to do nothing else: so nothing is bound at run time or goes through streams. */
    private @Nullable Manifest parse(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        int end = text.lastIndexOf(CHECKSUM);
        if (end < 0
                || !text.substring(end + CHECKSUM.length())
                        .equals(checksum(text.substring(0, end)).concat("\n"))) {
            return null;
        }
        int second = text.indexOf('\n') + 1;
        int third = text.indexOf('\n', second) + 1;
        if (second == 0 || third == 0 || third > end) {
            return null;
        }
        String head = text.substring(0, second - 1);
        if (!(head.equals(COMPLETE) || head.equals(PENDING))
                || !text.substring(second, third - 1).equals(rootLine)) {
            return null;
        }
        SortedMap<String, Stamp> files = new TreeMap<>();
        for (int start = third; start < end; ) {
            int next = text.indexOf('\n', start);
            if (!parseEntry(text.substring(start, next), files)) {
                return null;
            }
            start = next + 1;
        }
        return new Manifest(head.equals(COMPLETE), files);
    }

    /** Takes one line; refuses a path that would lead out of the directory, since what is listed may be deleted. */
    private static boolean parseEntry(String line, SortedMap<String, Stamp> files) {
        int size = line.indexOf(' ');
        int modified = line.indexOf(' ', size + 1);
        String path = line.substring(modified + 1);
        if (size < 0 || modified < 0 || !PathRules.isSafe(path)) {
            return false;
        }
        try {
            long bytes = Long.parseLong(line, 0, size, 10);
            files.put(path, new Stamp(bytes, Long.parseLong(line, size + 1, modified, 10)));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
