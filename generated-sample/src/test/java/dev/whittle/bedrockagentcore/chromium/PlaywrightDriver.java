package dev.whittle.bedrockagentcore.chromium;

import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/**
 * Starts Playwright. Its driver, a program for Node.js, is in its jar. Node.js itself is the one on the search path, and
 * no browser is downloaded.
 */
public final class PlaywrightDriver {
    /** An environment variable: if it is {@code true}, tests that find no Node.js fail. */
    private static final String REQUIRED = "WHITTLE_REQUIRE_NODE";

    private static final int OLDEST = 20;

    private PlaywrightDriver() {}

    /**
     * Starts the driver.
     *
     * @throws TestAbortedException if there is no Node.js or it is too old
     * @throws IllegalStateException instead, if Node.js is required
     */
    public static Playwright start() throws IOException {
        String node = node();
        // Below target, where a clean build removes what a killed test leaves.
        System.setProperty(
                "playwright.driver.tmpdir",
                Files.createDirectories(Path.of("target", "playwright")).toString());
        return Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** The path of Node.js. */
    private static String node() throws IOException {
        Process process;
        try {
            process = new ProcessBuilder("node", "-p", "process.versions.node + ' ' + process.execPath").start();
        } catch (IOException e) {
            throw "true".equals(System.getenv(REQUIRED))
                    ? new IllegalStateException("Node.js is not installed", e)
                    : new TestAbortedException("Node.js is not installed", e);
        }
        String[] versionAndPath = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ", 2);
        String version = versionAndPath[0];
        if (versionAndPath.length < 2 || Integer.parseInt(version.substring(0, version.indexOf('.'))) < OLDEST) {
            // A distribution may have no newer one, so that this is skipped everywhere.
            throw new TestAbortedException("Playwright needs Node.js " + OLDEST + " or newer, found '" + version + "'");
        }
        return versionAndPath[1];
    }
}
