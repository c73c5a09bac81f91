package dev.whittle.codegen.write;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Goes over the bytes of a manifest, a file at a time.
 *
 * <p>Every build does, most of them to do nothing else, in code that is not compiled yet: so bytes are looked at once and
 * as they are, a folder that many files share is decoded once, and nothing is collected.
 */
final class ManifestReader {
    static final String COMPLETE = "whittle-manifest 1 complete\n";
    static final String PENDING = "whittle-manifest 1 pending\n";
    static final String CHECKSUM = "crc32 ";

    /** Longer sizes and times there are none. */
    private static final int MOST_DIGITS = 18;

    private final byte[] content;
    private final String rootLine;
    private int end;
    private int at;
    private int folderStart;
    private int folderEnd;
    private String folder = "";
    private String name = "";
    private long size;
    private long modified;
    private boolean complete;
    private boolean damaged;

    /**
     * A reader in front of the first file.
     *
     * @param rootLine the line that says which directory the manifest is to speak of
     */
    ManifestReader(byte[] content, String rootLine) {
        this.content = content;
        this.rootLine = rootLine;
        this.damaged = !isWhole() || !begin();
    }

    /** Whether the run that wrote it came to its end. */
    boolean isComplete() {
        return complete && !damaged;
    }

    /** Whether something read so far is not what a run would have written; then nothing of it counts. */
    boolean isDamaged() {
        return damaged;
    }

    /** The folder of the current file, with a slash behind it; empty for none. The same object as long as it is the same. */
    String folder() {
        return folder;
    }

    /** The current file's name in its folder. */
    String name() {
        return name;
    }

    /** The size of the current file when it was written, in bytes. */
    long size() {
        return size;
    }

    /** When the current file was written, in milliseconds since 1970. */
    long modified() {
        return modified;
    }

    /** Goes to the next file; {@code false} behind the last one, and where damage is found. */
    boolean next() {
        if (damaged || at >= end) {
            return false;
        }
        damaged = !readEntry();
        return !damaged;
    }

    /** Whether the checksum in the last line is that of what is before it. */
    private boolean isWhole() {
        if (content.length == 0) {
            return false;
        }
        int last = content.length - 2;
        while (last >= 0 && content[last] != '\n') {
            last--;
        }
        end = last + 1;
        return text(end, content.length).equals(checksumLine(content, end));
    }

    static String checksumLine(byte[] content, int length) {
        CRC32 crc = new CRC32();
        crc.update(content, 0, length);
        return CHECKSUM.concat(Long.toHexString(crc.getValue())).concat("\n");
    }

    private boolean begin() {
        int second = lineEnd(0) + 1;
        int third = lineEnd(second) + 1;
        if (second > end || third > end) {
            return false;
        }
        String head = text(0, second);
        complete = head.equals(COMPLETE);
        at = third;
        return (complete || head.equals(PENDING)) && text(second, third - 1).equals(rootLine);
    }

    /** Takes one line; refuses a path that would lead out of the directory, since what is listed may be deleted. */
    private boolean readEntry() {
        int lineEnd = lineEnd(at);
        int sizeEnd = numberEnd(at);
        int modifiedEnd = numberEnd(sizeEnd + 1);
        if (sizeEnd < 0 || modifiedEnd < 0) {
            return false;
        }
        size = number(at, sizeEnd);
        modified = number(sizeEnd + 1, modifiedEnd);
        at = lineEnd + 1;
        int pathStart = modifiedEnd + 1;
        int nameStart = lineEnd;
        while (nameStart > pathStart && content[nameStart - 1] != '/') {
            nameStart--;
        }
        if (!Arrays.equals(content, pathStart, nameStart, content, folderStart, folderEnd)) {
            folder = text(pathStart, nameStart);
            folderStart = pathStart;
            folderEnd = nameStart;
            if (!folder.isEmpty() && !PathRules.isSafe(folder.substring(0, folder.length() - 1))) {
                return false;
            }
        }
        name = text(nameStart, lineEnd);
        return PathRules.isSafe(name);
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < end && content[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Where the space behind a number is, negative if there is no number. */
    private int numberEnd(int from) {
        int i = content[from] == '-' ? from + 1 : from;
        int digits = i;
        while (content[i] >= '0' && content[i] <= '9') {
            i++;
        }
        return i > digits && i - digits <= MOST_DIGITS && content[i] == ' ' ? i : -1;
    }

    private long number(int from, int to) {
        boolean negative = content[from] == '-';
        long value = 0;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            value = value * 10 + content[i] - '0';
        }
        return negative ? -value : value;
    }

    private String text(int from, int to) {
        return new String(content, from, to - from, StandardCharsets.UTF_8);
    }
}
