package dev.whittle.interop.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A server of DynamoDB that others wrote: <a href="https://github.com/architect/dynalite">Dynalite</a>, a program for
 * Node.js, which the npm client installs below {@code target}. It ends with this JVM at the latest, because it then
 * reads the end of its input.
 */
public final class Dynalite implements AutoCloseable {
    /** An environment variable: if it is {@code true}, tests fail that cannot start the server. */
    public static final String REQUIRED = "WHITTLE_REQUIRE_NODE";

    private static final Path SOURCES = Path.of("src", "test", "dynalite");
    private static final Path FOLDER = Path.of("target", "dynalite");
    private static final Path LOG = FOLDER.resolve("serve.log");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "serve.js");
    private static final String NPM = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";

    private final Process process;
    private final int port;

    private Dynalite(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server without tables.
     *
     * @throws TestAbortedException if Node.js or the packages are not there, unless they are {@link #REQUIRED}
     */
    public static Dynalite start() {
        try {
            install();
            Process process =
                    builder("node", "serve.js").redirectError(LOG.toFile()).start();
            try {
                return new Dynalite(process, port(process));
            } catch (IOException | RuntimeException | Error e) {
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install() throws IOException {
        Files.createDirectories(FOLDER);
        run("node", "--version");
        Path done = FOLDER.resolve("installed");
        boolean isDone = Files.exists(done)
                && Files.mismatch(SOURCES.resolve("package-lock.json"), FOLDER.resolve("package-lock.json")) == -1;
        for (String file : FILES) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (isDone) {
            return;
        }
        Files.deleteIfExists(done);
        run(NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        Files.createFile(done);
    }

    private static void run(String... command) throws IOException {
        Path log = FOLDER.resolve(command[0] + ".log");
        Process process;
        try {
            process = builder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw missing("Node.js and npm are not installed", e);
        }
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw missing(String.join(" ", command) + " failed:\n" + Files.readString(log), null);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static ProcessBuilder builder(String... command) {
        return new ProcessBuilder(command).directory(FOLDER.toFile());
    }

    private static RuntimeException missing(String reason, @Nullable Exception cause) {
        if ("true".equals(System.getenv(REQUIRED))) {
            return new IllegalStateException(reason, cause);
        }
        return new TestAbortedException(reason, cause);
    }

    private static int port(Process process) throws IOException {
        CompletableFuture<@Nullable String> line = CompletableFuture.supplyAsync(() -> {
            try {
                return process.inputReader().readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            String port = line.get(1, TimeUnit.MINUTES);
            if (port == null) {
                throw new IOException("dynalite did not start:\n" + Files.readString(LOG));
            }
            return Integer.parseInt(port);
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new IOException("dynalite did not start", e);
        }
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
