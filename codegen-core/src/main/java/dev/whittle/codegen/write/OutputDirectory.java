package dev.whittle.codegen.write;

import dev.whittle.codegen.write.Manifest.Stamp;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A directory that generated files are kept in, together with a manifest that says which of its files those are.
 *
 * <p>Only files that the manifest lists are ever overwritten or deleted; another file may stay next to them, and where
 * one stands in the way nothing is written at all. Each file is replaced as a whole. A run that is killed half way
 * leaves a manifest that lists the old files and the new ones, so that the next run can finish or undo its work.
 */
public final class OutputDirectory {
    private final Path root;
    private final Path manifest;
    private final @Nullable FileList list;

    /**
     * A directory, which need not exist yet.
     *
     * @param root the directory
     * @param manifest the file that lists what is ours, outside the directory; it need not exist either
     */
    public OutputDirectory(Path root, Path manifest) {
        this(root, manifest, null);
    }

    /**
     * A directory whose files outlive the manifest, since they are kept in version control.
     *
     * @param list the file that says so of its files, to be kept together with them, outside the directory; {@code null}
     *     for none
     */
    public OutputDirectory(Path root, Path manifest, @Nullable Path list) {
        this.root = root.toAbsolutePath().normalize();
        this.manifest = manifest;
        this.list = list == null ? null : new FileList(this.root, list);
    }

    /** Whether the last run came to its end and every file is still as it left it, by size and time of change. */
    public boolean isUntouched() throws IOException {
        Manifest last = Manifest.read(manifest, root);
        if (!last.complete()) {
            return false;
        }
        try {
            for (Map.Entry<String, Stamp> file : last.files().entrySet()) {
                BasicFileAttributes now = attributes(file.getKey());
                Stamp then = file.getValue();
                if (now.size() != then.size() || now.lastModifiedTime().toMillis() != then.modified()) {
                    return false;
                }
            }
        } catch (FileSystemException e) {
            return false;
        }
        return true;
    }

    /**
     * Makes the directory hold these files: writes what differs, leaves what is the same untouched, and deletes what an
     * earlier run wrote and nobody wants any more, with the folders that this leaves empty.
     *
     * @param files the text of each file by its relative path, with {@code /} between its parts
     * @throws OutputConflictException if something that is not ours stands in the way; then nothing was touched
     * @throws IOException if the disk refuses; then a later run picks up where this one stopped
     */
    public SyncResult sync(SortedMap<String, String> files) throws IOException {
        Manifest before = ours();
        SyncPlan plan = SyncPlan.of(root, before, files);
        if (!plan.isEmpty()) {
            announce(before, plan);
            apply(plan);
        }
        manifestOf(files).write(manifest, root);
        if (list != null) {
            list.write(files.keySet());
        }
        int written = plan.writes().size();
        return new SyncResult(written, files.size() - written, plan.removals().size());
    }

    /** Says what is ours before the first change, so that a run after a killed one still knows. */
    private void announce(Manifest before, SyncPlan plan) throws IOException {
        SortedMap<String, Stamp> ours = new TreeMap<>(before.files());
        plan.writes().keySet().forEach(path -> ours.putIfAbsent(path, Stamp.PENDING));
        new Manifest(false, ours).write(manifest, root);
        if (list != null) {
            list.write(ours.keySet());
        }
    }

    /** What is ours by the manifest or, where that is lost, by the list. */
    private Manifest ours() throws IOException {
        Manifest known = Manifest.read(manifest, root);
        return known.equals(Manifest.EMPTY) && list != null ? list.read() : known;
    }

    /** Deletes first: a file whose name changes only in case is one and the same on some file systems. */
    private void apply(SyncPlan plan) throws IOException {
        for (String path : plan.leftovers()) {
            Files.deleteIfExists(root.resolve(path));
        }
        for (String path : plan.removals()) {
            Files.deleteIfExists(root.resolve(path));
        }
        for (Map.Entry<String, byte[]> file : plan.writes().entrySet()) {
            Path target = root.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            AtomicFile.write(target, file.getValue());
        }
        for (String path : plan.removals()) {
            removeEmptyFoldersAbove(path);
        }
    }

    private void removeEmptyFoldersAbove(String path) throws IOException {
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            try {
                Files.deleteIfExists(root.resolve(path.substring(0, end)));
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private Manifest manifestOf(SortedMap<String, String> files) throws IOException {
        SortedMap<String, Stamp> stamps = new TreeMap<>();
        for (String path : files.keySet()) {
            stamps.put(path, stamp(path));
        }
        return new Manifest(true, stamps);
    }

    private Stamp stamp(String path) throws IOException {
        BasicFileAttributes file = attributes(path);
        return new Stamp(file.size(), file.lastModifiedTime().toMillis());
    }

    private BasicFileAttributes attributes(String path) throws IOException {
        return Files.readAttributes(root.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
