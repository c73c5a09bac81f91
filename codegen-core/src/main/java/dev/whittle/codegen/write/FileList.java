package dev.whittle.codegen.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The paths of the files that are ours, in a form that is fit to be checked in beside them: sorted, and free of what
 * differs between machines. It speaks for a manifest that is lost, as it is in a fresh clone and after {@code clean}.
 */
final class FileList {
    private static final String HEAD =
            "# Files that Whittle has generated. Check this list in together with them: by it they are known again.";

    private final Path root;
    private final Path file;

    FileList(Path root, Path file) {
        this.root = root;
        this.file = file;
    }

    /** What is ours as far as the list and the files themselves say so; a list that was tampered with says nothing. */
    Manifest read() throws IOException {
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return Manifest.EMPTY;
        }
        SortedMap<String, Manifest.Stamp> ours = new TreeMap<>();
        for (String path : lines) {
            if (path.startsWith("#")) {
                continue;
            }
            if (!PathRules.isSafe(path)) {
                return Manifest.EMPTY;
            }
            if (isGenerated(root.resolve(path))) {
                ours.put(path, Manifest.Stamp.PENDING);
            }
        }
        return new Manifest(false, ours);
    }

    /** Somebody may have put a file of their own in the place of one that is listed. */
    private static boolean isGenerated(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Notice.isIn(Files.readAllBytes(file));
    }

    /** Writes the list if it differs from what is there; no files, no list. */
    void write(Set<String> paths) throws IOException {
        if (paths.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        AtomicFile.update(file, paths.stream().collect(Collectors.joining("\n", HEAD + "\n", "\n")));
    }
}
