package dev.whittle.codegen.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done to a directory, decided before any of it is done.
 *
 * @param writes the bytes of each file that is new or different, by relative path
 * @param removals relative paths of files that are ours and no longer wanted
 * @param leftovers relative paths of unfinished files that a killed run has left behind
 */
record SyncPlan(SortedMap<String, byte[]> writes, List<String> removals, List<String> leftovers) {

    /**
     * Compares what is wanted with what is there.
     *
     * @throws OutputConflictException if something that is not ours stands in the way
     */
    static SyncPlan of(Path root, Manifest before, SortedMap<String, String> wanted) throws IOException {
        List<String> conflicts = PathRules.faults(wanted.keySet());
        if (!conflicts.isEmpty()) {
            throw new OutputConflictException(conflicts);
        }
        return new Planner(root, before, wanted).plan();
    }

    boolean isEmpty() {
        return writes.isEmpty() && removals.isEmpty() && leftovers.isEmpty();
    }

    private static final class Planner {
        private final Path root;
        private final Manifest before;
        private final SortedMap<String, String> wanted;
        private final Map<String, String> ownedByFoldedPath = new HashMap<>();
        private final Map<String, @Nullable String> obstaclesByFolder = new HashMap<>();
        private final List<String> conflicts = new ArrayList<>();
        private final SortedMap<String, byte[]> writes = new TreeMap<>();
        private final List<String> removals = new ArrayList<>();
        private final List<String> leftovers = new ArrayList<>();

        Planner(Path root, Manifest before, SortedMap<String, String> wanted) {
            this.root = root;
            this.before = before;
            this.wanted = wanted;
            before.files().keySet().forEach(path -> ownedByFoldedPath.put(PathRules.fold(path), path));
        }

        SyncPlan plan() throws IOException {
            if (Files.exists(root) && !Files.isDirectory(root)) {
                throw new OutputConflictException(
                        List.of(root + " is not a folder, and files are to be generated in it"));
            }
            for (String path : before.files().keySet()) {
                planOwned(path);
            }
            for (Map.Entry<String, String> file : wanted.entrySet()) {
                String conflict = planFile(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
                if (conflict != null) {
                    conflicts.add(conflict);
                }
            }
            if (!conflicts.isEmpty()) {
                throw new OutputConflictException(List.copyOf(new LinkedHashSet<>(conflicts)));
            }
            return new SyncPlan(writes, removals, leftovers);
        }

        private void planOwned(String path) throws IOException {
            if (obstacleAbove(path) != null) {
                return;
            }
            Path file = root.resolve(path);
            if (!wanted.containsKey(path) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                removals.add(path);
            }
            Path unfinished = AtomicFile.temporaryOf(file);
            if (!before.complete() && Files.isRegularFile(unfinished, LinkOption.NOFOLLOW_LINKS)) {
                leftovers.add(root.relativize(unfinished).toString());
            }
        }

        /** Plans one file, or says what is in its way. */
        private @Nullable String planFile(String path, byte[] content) throws IOException {
            String obstacle = obstacleAbove(path);
            if (obstacle != null) {
                return obstacle;
            }
            Path file = root.resolve(path);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                writes.put(path, content);
                return null;
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return file + " is not a plain file, and a file is to be generated there: move it away";
            }
            boolean ours = before.files().containsKey(path);
            boolean respelled = !ours && isRespelled(path, file);
            if (!respelled && Files.size(file) == content.length && Arrays.equals(Files.readAllBytes(file), content)) {
                return null;
            }
            if (!ours && !respelled) {
                return file + " is not known to be generated, and is not overwritten:"
                        + " delete it if it is, else move it out of the output directory";
            }
            writes.put(path, content);
            return null;
        }

        /** Whether a file of ours, listed under a name of another case, is what a file system finds under this one. */
        private boolean isRespelled(String path, Path file) throws IOException {
            String owned = ownedByFoldedPath.get(PathRules.fold(path));
            return owned != null && removals.contains(owned) && Files.isSameFile(root.resolve(owned), file);
        }

        private @Nullable String obstacleAbove(String path) throws IOException {
            for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                String folder = path.substring(0, end);
                if (!obstaclesByFolder.containsKey(folder)) {
                    obstaclesByFolder.put(folder, obstacle(folder));
                }
                String obstacle = obstaclesByFolder.get(folder);
                if (obstacle != null) {
                    return obstacle;
                }
            }
            return null;
        }

        private @Nullable String obstacle(String folder) throws IOException {
            Path directory = root.resolve(folder);
            if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
                return null;
            }
            if (!Files.isDirectory(directory)) {
                return before.files().containsKey(folder) && !wanted.containsKey(folder)
                        ? null
                        : directory + " is not a folder, and files are to be generated below it: move it away";
            }
            return directory.toRealPath().startsWith(root.toRealPath())
                    ? null
                    : directory + " leads out of the output directory " + root + ": remove the link";
        }
    }
}
