package dev.whittle.bedrockagentcore.chromium;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A Chromium without a window and with a new profile. It reaches no other machine. Its processes end and its profile is
 * deleted when it is closed, or with this JVM.
 */
public final class Chromium implements AutoCloseable {
    /** An environment variable: the path of the browser to use. */
    public static final String PATH = "WHITTLE_CHROMIUM";

    /** An environment variable: if it is {@code true}, tests that find no browser fail. */
    public static final String REQUIRED = "WHITTLE_REQUIRE_CHROMIUM";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String LISTENING = "DevTools listening on ";
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 20;

    private final Process process;
    private final Path profile;
    private final URI devTools;
    private final AtomicBoolean isEnding = new AtomicBoolean();
    private final Thread atExit = new Thread(this::end, "chromium-end");

    private Chromium(Process process, Path profile, URI devTools) {
        this.process = process;
        this.profile = profile;
        this.devTools = devTools;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** The browser that {@link #PATH} names, or else the first one on the search path. */
    public static Optional<Path> find() {
        String given = System.getenv(PATH);
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        return NAMES.stream()
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Requires a browser for the current test.
     *
     * @throws TestAbortedException if there is none
     * @throws IllegalStateException instead, if one is {@link #REQUIRED}
     */
    public static void assumeInstalled() {
        if (find().isEmpty()) {
            String reason = "Chromium is not installed: apt-get install chromium, or set " + PATH + " to its path";
            if ("true".equals(System.getenv(REQUIRED))) {
                throw new IllegalStateException(reason);
            }
            throw new TestAbortedException(reason);
        }
    }

    /**
     * Starts a browser with one empty page.
     *
     * @param width of the window, in pixels
     * @param height of the window, in pixels
     * @throws IOException if there is no browser or it does not start within a minute
     */
    public static Chromium start(int width, int height) throws IOException {
        Path program = find().orElseThrow(() -> new IOException("Chromium is not installed"));
        Path profile = Files.createTempDirectory("whittle-chromium-");
        ProcessBuilder builder = new ProcessBuilder(command(program, profile, width, height))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("XDG_CONFIG_HOME", profile.toString());
        builder.environment().put("XDG_CACHE_HOME", profile.toString());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            delete(profile);
            throw new IOException("Could not start " + program, e);
        }
        try {
            return new Chromium(process, profile, address(process, program));
        } catch (IOException | RuntimeException | Error e) {
            end(process, profile);
            throw e;
        }
    }

    private static List<String> command(Path program, Path profile, int width, int height) {
        return List.of(
                program.toString(),
                "--headless=new",
                // Chromium has no sandbox for root, the usual user in a container. The tests open their own pages only.
                "--no-sandbox",
                // Without the bar that warns of a missing sandbox: it takes space from the page.
                "--test-type",
                "--disable-gpu",
                "--disable-software-rasterizer",
                "--no-zygote",
                "--disable-dev-shm-usage",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--window-size=" + width + "," + height,
                "--hide-scrollbars",
                "--no-first-run",
                "--no-default-browser-check",
                "--password-store=basic",
                "--disable-breakpad",
                "--disable-crash-reporter",
                "--disable-extensions",
                // Nothing beyond this machine.
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "--no-proxy-server",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-domain-reliability",
                "--disable-sync",
                "--metrics-recording-only",
                "--no-pings",
                "about:blank");
    }

    /** Reads the address that the browser prints, then the rest of what it prints, so that it never waits for a reader. */
    private static URI address(Process process, Path program) throws IOException {
        CompletableFuture<URI> address = new CompletableFuture<>();
        List<String> printed = new ArrayList<>();
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader lines = process.errorReader()) {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            if (line.startsWith(LISTENING)) {
                                address.complete(URI.create(line.substring(LISTENING.length())));
                            } else if (!address.isDone()) {
                                printed.add(line);
                            }
                        }
                    } catch (IOException e) {
                        printed.add(e.toString());
                    }
                    address.completeExceptionally(
                            new IOException(program + " ended without listening:\n" + String.join("\n", printed)));
                },
                "chromium-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return address.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException(program + " did not start within " + START_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + program + " started", e);
        }
    }

    /** Where it speaks the DevTools protocol, without a signature: a {@code ws} URL of the loopback interface. */
    public URI devTools() {
        return devTools;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is ending already.
        }
        end();
    }

    private void end() {
        if (isEnding.compareAndSet(false, true)) {
            end(process, profile);
        }
    }

    private static void end(Process process, Path profile) {
        // Read first: children without a parent can no longer be found.
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        // Not onExit(): the kernel reports the end of processes that are not children of this one to another process.
        while (all.stream().anyMatch(Chromium::isRunning)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Chromium does not end: processes " + all);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        delete(profile);
    }

    /** Whether a process runs. One that has ended counts as alive until its parent takes notice; it has no command. */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
