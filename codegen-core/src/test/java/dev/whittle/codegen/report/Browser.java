package dev.whittle.codegen.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Assumptions;

/** A Chromium that opens a page, runs its script and ends. It has no cache, and asks no name server. */
final class Browser {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int SECONDS = 60;

    private final Path program;
    private final Path folder;

    private Browser(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The browser of this machine. Without one, the test is skipped, or fails if the environment requires one. */
    static Browser installed(Path folder) {
        Optional<Path> program = find();
        if (program.isEmpty() && "true".equals(System.getenv("WHITTLE_REQUIRE_CHROMIUM"))) {
            throw new IllegalStateException("Chromium is not installed");
        }
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not installed");
        return new Browser(program.orElseThrow(), folder);
    }

    private static Optional<Path> find() {
        String given = System.getenv("WHITTLE_CHROMIUM");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(each -> Path.of(each, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * A page after its script has run.
     *
     * @param document its elements
     * @param console what it wrote to the console, and what its policy forbade
     */
    record Shown(Document document, List<String> console) {}

    /** Opens an address. */
    Shown open(String address) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(folder, "profile");
        Path out = profile.resolve("out.html");
        Path log = profile.resolve("log.txt");
        Process process = new ProcessBuilder(command(profile, address))
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Chromium did not end: " + Files.readString(log));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return new Shown(
                    Jsoup.parse(Files.readString(out)),
                    lines.filter(line -> line.contains("CONSOLE")).toList());
        }
    }

    private List<String> command(Path profile, String address) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "--enable-logging=stderr",
                "--user-data-dir=" + profile.resolve("data"),
                "--virtual-time-budget=10000"));
        command.addAll(List.of("--dump-dom", address));
        return command;
    }
}
