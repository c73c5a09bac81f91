package dev.whittle.maven.check;

import dev.whittle.maven.request.MisconfigurationException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Files as they were in a revision of a git repository, read by the {@code git} on the path. */
final class GitRepository {
    private static final int LONGEST_SECONDS = 60;
    private static final int MOST_FILES = 5_000;
    private static final long MOST_BYTES = 500_000_000;

    /** What a hook that git runs has in its environment: it leads to the repository of the hook. */
    private static final List<String> OF_HOOKS = List.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_PREFIX",
            "GIT_COMMON_DIR",
            "GIT_NAMESPACE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES");

    private final Path base;
    private final String revision;
    private final String commit;
    private final Path prefix;

    /**
     * A revision of the repository that a folder is in.
     *
     * @param base the folder
     * @param revision a commit, tag or branch
     * @throws MisconfigurationException if there is no git, no repository or no such revision
     */
    GitRepository(Path base, String revision) throws IOException {
        this.base = base;
        this.revision = revision;
        if (revision.startsWith("-")) {
            throw fault("a revision does not begin with a hyphen");
        }
        Output prefixOutput = git("rev-parse", "--show-prefix");
        if (prefixOutput.status != 0) {
            throw fault(base + " is in no git repository that git can read: " + prefixOutput.errors());
        }
        this.prefix = Path.of(prefixOutput.text().strip());
        Output commitOutput = git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        if (commitOutput.status != 0) {
            throw fault("the repository has no such revision; a shallow clone lacks most of them: fetch it first");
        }
        this.commit = commitOutput.text().strip();
    }

    /** The commit, in short. */
    String shortCommit() {
        return commit.substring(0, Math.min(10, commit.length()));
    }

    /** Whether a file would be in the repository. */
    boolean holds(Path path) {
        return !relative(path).startsWith("..");
    }

    /** The text of a file at the revision, if it existed. */
    Optional<byte[]> file(Path path) throws IOException {
        Output output = git("cat-file", "blob", commit + ":" + inRepository(path));
        return output.status == 0 ? Optional.of(output.bytes) : Optional.empty();
    }

    /**
     * Writes a file or a folder, as it was at the revision, into a folder that stands for the top of the repository.
     *
     * @param path the file or folder, which may no longer exist
     * @param top the folder; it is created
     * @return the copy
     * @throws MisconfigurationException if there was nothing
     */
    Path copy(Path path, Path top) throws IOException {
        String wanted = inRepository(path);
        List<String> command = new ArrayList<>(List.of("ls-tree", "-r", "-l", "-z", "--full-tree", commit));
        if (!wanted.isEmpty()) {
            command.addAll(List.of("--", wanted));
        }
        Output list = git(command.toArray(String[]::new));
        if (list.status != 0) {
            throw fault("git cannot list the files: " + list.errors());
        }
        List<String> lines = new ArrayList<>(List.of(list.text().split("\0")));
        // A model has no other files; a folder may be the whole repository.
        lines.removeIf(line -> !line.contains(" blob ") || line.startsWith("120000") || !isOfModel(line, wanted));
        if (lines.isEmpty()) {
            throw fault("there was no " + (wanted.isEmpty() ? "file" : wanted) + " then");
        }
        if (lines.size() > MOST_FILES) {
            throw fault(wanted + " had more than " + MOST_FILES + " files");
        }
        long bytes = 0;
        for (String line : lines) {
            String name = line.substring(line.indexOf('\t') + 1);
            String[] hashAndSize = line.substring(line.indexOf(" blob ") + " blob ".length(), line.indexOf('\t'))
                    .split(" +", 2);
            String hash = hashAndSize[0];
            bytes += Long.parseLong(hashAndSize[1]);
            if (bytes > MOST_BYTES) {
                throw fault(wanted + " had more than " + MOST_BYTES / 1_000_000 + " MB");
            }
            Path to = top.resolve(name).normalize();
            if (!to.startsWith(top)) {
                throw fault("it has a file with the impossible name " + name);
            }
            Output blob = git("cat-file", "blob", hash);
            if (blob.status != 0) {
                throw fault("git cannot read " + name + ": " + blob.errors());
            }
            Files.createDirectories(to.getParent());
            Files.write(to, blob.bytes);
        }
        return top.resolve(wanted);
    }

    private static boolean isOfModel(String line, String wanted) {
        String name = line.substring(line.indexOf('\t') + 1);
        return name.equals(wanted) || name.endsWith(".json") || name.endsWith(".smithy") || name.endsWith("/manifest");
    }

    /** The path from the top of the repository, with slashes. */
    private String inRepository(Path path) {
        Path relative = relative(path);
        if (relative.startsWith("..")) {
            throw fault(path + " is outside of the repository");
        }
        return relative.toString().replace('\\', '/');
    }

    private Path relative(Path path) {
        return prefix.resolve(base.relativize(path)).normalize();
    }

    private MisconfigurationException fault(String why) {
        return new MisconfigurationException("baseline git:" + revision + ": " + why);
    }

    private Output git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", base.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(OF_HOOKS);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_LITERAL_PATHSPECS", "1");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_NO_LAZY_FETCH", "1");
        // In files: a full pipe would block git, and reading from one would wait for it without a limit.
        Path output = Files.createTempFile("whittle", ".git");
        Path errors = Files.createTempFile("whittle", ".git");
        try {
            int status = run(builder.redirectOutput(output.toFile()).redirectError(errors.toFile()));
            return new Output(status, Files.readAllBytes(output), Files.readString(errors));
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }

    private int run(ProcessBuilder builder) throws IOException {
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw fault("there is no git on the path");
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw fault("git took more than " + LONGEST_SECONDS + " seconds");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while git ran");
        } finally {
            process.destroyForcibly();
        }
    }

    private static final class Output {
        private final int status;
        private final byte[] bytes;
        private final String error;

        Output(int status, byte[] bytes, String error) {
            this.status = status;
            this.bytes = bytes;
            this.error = error;
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String errors() {
            return error.strip().replace('\n', ' ');
        }
    }
}
