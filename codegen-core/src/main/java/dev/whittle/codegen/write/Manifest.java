package dev.whittle.codegen.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The files below an output directory that are ours. On the disk, in the order of their paths:
 *
 * <pre>
 * whittle-manifest 1 complete
 * root ../../../../generated-sources/whittle
 * 1374 1795958581971 com/example/shop/ShopClient.java
 * 203 1795958581984 com/example/shop/package-info.java
 * crc32 49fefc33
 * </pre>
 *
 * <p>Size and time stand for the content of a file: to compute digests, builds that change nothing would read every file.
 *
 * @param complete whether the run that wrote it came to its end; else some of the files may be missing or old
 * @param files what is known of each file, by its relative path
 */
record Manifest(boolean complete, Map<String, Stamp> files) {
    /** Nothing is ours. */
    static final Manifest EMPTY = new Manifest(false, Map.of());

    private static final String COMPLETE = "whittle-manifest 1 complete\n";
    private static final String PENDING = "whittle-manifest 1 pending\n";
    private static final String CHECKSUM = "crc32 ";
    private static final int MOST_DIGITS = 18;

    Manifest {
        files = Collections.unmodifiableMap(files);
    }

    /**
     * By what a later run tells that nobody touched a file.
     *
     * @param size in bytes
     * @param modified in milliseconds since 1970
     */
    record Stamp(long size, long modified) {
        /** A file that is yet to be written. */
        static final Stamp PENDING = new Stamp(-1, -1);
    }

    /** Reads the manifest of a directory. If it is missing or damaged, or another directory's, nothing is ours. */
    static Manifest read(Path file, Path root) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return EMPTY;
        }
        int end = startOfLastLine(content);
        boolean complete = text(content, 0, Math.min(COMPLETE.length(), end)).equals(COMPLETE);
        byte[] head = head(complete, file, root).getBytes(StandardCharsets.UTF_8);
        Map<String, Stamp> files = new LinkedHashMap<>();
        return Arrays.equals(head, 0, head.length, content, 0, Math.min(head.length, end))
                        && text(content, end, content.length).equals(checksum(content, end))
                        && readFiles(content, head.length, end, files)
                ? new Manifest(complete, files)
                : EMPTY;
    }

    private static int startOfLastLine(byte[] content) {
        int start = Math.max(content.length - 1, 0);
        while (start > 0 && content[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static String text(byte[] content, int from, int to) {
        return new String(content, from, to - from, StandardCharsets.UTF_8);
    }

    /**
     * Reads the lines of files; {@code false} if one is damaged, or has a path that leads out of the directory, since what
     * is listed may be deleted. Every build runs this once, in code that is not compiled yet, so it looks at each byte once.
     */
    private static boolean readFiles(byte[] content, int from, int end, Map<String, Stamp> files) {
        long size = 0;
        long number = 0;
        int field = 0;
        int start = from;
        for (int i = from; i < end; i++) {
            byte b = content[i];
            if (field == 2) {
                if (b == '\n') {
                    String path = text(content, start, i);
                    if (!PathRules.isSafe(path)) {
                        return false;
                    }
                    files.put(path, new Stamp(size, number));
                    field = 0;
                    number = 0;
                    start = i + 1;
                }
            } else if (b == ' ' && i > start && i - start <= MOST_DIGITS) {
                if (field == 0) {
                    size = number;
                    number = 0;
                }
                field++;
                start = i + 1;
            } else if (b >= '0' && b <= '9') {
                number = number * 10 + b - '0';
            } else if (b != '-') {
                // A minus is before the numbers of a file that is yet to be written, which nothing is compared with.
                return false;
            }
        }
        return field == 0;
    }

    /** Writes it as the manifest of a directory, unless it is there already. */
    void write(Path file, Path root) throws IOException {
        StringBuilder text = new StringBuilder(head(complete, file, root));
        files.forEach((path, stamp) -> text.append(stamp.size())
                .append(' ')
                .append(stamp.modified())
                .append(' ')
                .append(path)
                .append('\n'));
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.update(file, text + checksum(content, content.length));
    }

    /** Names the directory by its relative path: a copy of the project never reaches for the files of its original. */
    private static String head(boolean complete, Path file, Path root) {
        Path from = file.toAbsolutePath().normalize();
        Path to = root.toAbsolutePath().normalize();
        Path named = from.getRoot().equals(to.getRoot()) ? from.relativize(to) : to;
        return (complete ? COMPLETE : PENDING) + "root " + named.toString().replace('\n', ' ') + "\n";
    }

    private static String checksum(byte[] content, int length) {
        CRC32 crc = new CRC32();
        crc.update(content, 0, length);
        return CHECKSUM + Long.toHexString(crc.getValue()) + "\n";
    }
}
