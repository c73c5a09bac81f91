package dev.whittle.bedrockagentcore.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.chromium.Chromium;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.error.MissingRegionException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DemoTest {
    private static final Supplier<BedrockAgentCoreClient> NO_LIVE_CLIENT = () -> {
        throw new AssertionError("the real service is not wanted");
    };
    private static final CredentialsProvider CREDENTIALS =
            CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "secret"));
    private static final String UNKNOWN_MEMBER = "(a member that this client does not know, kept as it came)";
    private static final String UNKNOWN_VALUE = "(a value that this client does not know, kept as it came)";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(Supplier<BedrockAgentCoreClient> live, String... arguments) throws IOException {
        return run(live, Optional::empty, arguments);
    }

    private int run(Supplier<BedrockAgentCoreClient> live, Supplier<Optional<Path>> chromium, String... arguments)
            throws IOException {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Demo(out, folder.resolve("demo"), live, chromium).run(List.of(arguments));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** The lines without the spaces that align them, and the lines of a fact as one. */
    private Stream<String> lines() {
        return output().replaceAll("\\R {16}", " ")
                .lines()
                .map(line -> line.replaceAll(" {2,}", "  ").strip());
    }

    private static BedrockAgentCoreClient client(URI endpoint, CredentialsProvider credentials) {
        return BedrockAgentCoreClient.builder()
                .region("us-east-1")
                .endpoint(endpoint)
                .credentials(credentials)
                .build();
    }

    @Test
    void showsTheLifeOfASession() throws IOException {
        assertThat(run(NO_LIVE_CLIENT)).isZero();

        assertThat(output()).contains("plays a browser").contains("apt-get install chromium");
        assertShowsTheLifeOfASession();
        assertThat(lines())
                .contains("browser  WhittleDemo/1.0", "page  https://example.com/greetings")
                .anyMatch(line -> line.startsWith("TERMINATED  ") && line.contains("nightly-report"))
                .noneMatch(line -> line.startsWith("alert"));
    }

    @Test
    void drivesChromium() throws IOException {
        Chromium.assumeInstalled();
        Set<Long> before = processes();

        assertThat(run(NO_LIVE_CLIENT, Chromium::find)).isZero();

        assertThat(output()).doesNotContain("plays a browser");
        assertShowsTheLifeOfASession();
        assertFitsATerminal();
        assertThat(lines())
                .containsSubsequence(
                        "result  Hello, Grace!",
                        "alert  Look here",
                        "page  does not respond while the alert is open",
                        "press enter  closes the alert; the page goes on: Seen")
                .anyMatch(line -> line.matches("browser  .*Chrome/.*"));
        assertThat(processes()).isSubsetOf(before);
    }

    private static Set<Long> processes() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.isAlive() && process.info().command().isPresent())
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private void assertShowsTheLifeOfASession() throws IOException {
        String session = output().replaceAll("(?s).*?session +(\\w{26}).*", "$1");
        assertThat(session).matches("[0-9A-Z]{26}");
        assertThat(lines())
                .containsSubsequence(
                        "1  Browser.start: a session that is READY, and ends by itself after five minutes",
                        "session  " + session,
                        "2  getBrowserSession: all there is to know of it",
                        "name  whittle-demo",
                        "status  READY",
                        "ends after  300 s",
                        "view port  1280 x 720",
                        "extension  s3://acme-browser-extensions/dark-reader.zip, version 3HL4kqtJvjVBH40Nrjfkd",
                        "profile  shopping_profile-a1B2c3D4e5",
                        "replay  s3://acme-browser-recordings/aws.browser.v1/" + session + "/",
                        "proxy  proxy.example.com:8443 for .example.org, shop.example.net password in"
                                + " arn:aws:secretsmanager:us-east-1:123456789012:secret:proxy-a1B2c3",
                        "proxy  managedProxy {\"pool\":\"eu\"} " + UNKNOWN_MEMBER,
                        "bypass  localhost, .example.com",
                        "3  session.devTools: a program drives the browser by the Chrome DevTools Protocol",
                        "heading  Greetings",
                        "result  Hello, Ada!",
                        "4  session.screen: mouse and keyboard, as of the machine that the browser runs on",
                        "result  Hello, Grace!",
                        "5  session.liveView: a URL at which a person can watch",
                        "host  127.0.0.1",
                        "URL  not printed, because it is a secret: anyone with it can watch",
                        "6  session.takeControl and releaseControl: a person takes over and gives back",
                        "refused  a person has control of session " + session
                                + " (its automation stream is DISABLED): call releaseControl() first",
                        "7  listBrowserSessions: the latest, whatever their status",
                        "8  session.close: the session and its browser stop",
                        "status  TERMINATED",
                        "9  Browser.join of a session that never was: an exception of its own type",
                        "type  ResourceNotFoundException",
                        "message  browser aws.browser.v1 has no session 00000000000000000000000000",
                        "status  HTTP 404",
                        "retryable  no")
                .anyMatch(line -> line.startsWith("automation  CONNECTING " + UNKNOWN_VALUE + " ws://127.0.0.1:"))
                .anyMatch(line -> line.matches("released  \\S+ responds to the program again"))
                .anyMatch(line -> line.matches("READY  " + session + "  whittle-demo  \\d{4}-\\d\\d-\\d\\d .* UTC"));
        assertThat(output()).doesNotContain("surprise").doesNotContain("X-Amz-");
        assertHasFiles("page.pdf", "page.png", "screen.png");
    }

    private void assertHasFiles(String... names) throws IOException {
        Path files = folder.resolve("demo");
        try (Stream<Path> found = Files.list(files)) {
            assertThat(found.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
        for (String name : names) {
            byte[] bytes = Files.readAllBytes(files.resolve(name));
            assertThat(lines()).anyMatch(line -> line.endsWith(name + ", " + bytes.length + " bytes"));
            if (name.endsWith(".png")) {
                assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth())
                        .isEqualTo(1280);
            } else {
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
            }
        }
    }

    @Test
    void fitsATerminal() throws IOException {
        run(NO_LIVE_CLIENT);

        assertFitsATerminal();
    }

    private void assertFitsATerminal() {
        assertThat(output().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        run(NO_LIVE_CLIENT);

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && !isOfTheJdk(thread)) {
                thread.join(10_000);
                assertThat(thread.isAlive()).as(thread.toString()).isFalse();
            }
        }
    }

    /** Threads that the JDK keeps for the whole process. */
    private static boolean isOfTheJdk(Thread thread) {
        return thread.getName().matches("Java2D Disposer|ForkJoinPool\\.commonPool.*|CompletableFutureDelayScheduler");
    }

    @Test
    void doesWithoutABrowserThatDoesNotStart() throws Exception {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Demo.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        program.environment().put(Chromium.PATH, "/no/such/browser");
        Process process = program.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(folder.resolve("output"))
                .content()
                .contains("plays a browser, because a real one does not start: Could not start /no/such/browser")
                .contains("ResourceNotFoundException");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void playsTheBrowserOnDemand() throws IOException {
        assertThat(run(NO_LIVE_CLIENT, () -> Optional.of(Path.of("unused")), "--no-browser"))
                .isZero();
        assertThat(output()).contains("as --no-browser demands").contains("WhittleDemo/1.0");
    }

    @Test
    void chromiumMustBeInstalledIfItIsDemanded() throws IOException {
        assertThat(run(NO_LIVE_CLIENT, "--chromium")).isEqualTo(1);
        assertThat(output())
                .isEqualToNormalizingNewlines("Chromium is not installed: apt-get install chromium, or set"
                        + " WHITTLE_CHROMIUM to its path.\n");
    }

    @Test
    void liveTakesTheClientOfTheEnvironment() throws IOException {
        try (PlayedService service = PlayedService.start()) {
            assertThat(run(() -> client(service.endpoint(), CREDENTIALS), "--live"))
                    .isZero();
            assertThat(output())
                    .contains("Amazon Bedrock AgentCore responds")
                    .contains("page         https://example.com")
                    .contains("ResourceNotFoundException")
                    .doesNotContain("acme-browser-extensions")
                    .doesNotContain("Hello, ");
            assertHasFiles("page.png", "screen.png");
            assertThat(service.sessions().running()).isEmpty();
        }
    }

    @Test
    void liveWithoutARegionSaysWhatToSet() throws IOException {
        int status = run(
                () -> {
                    throw new MissingRegionException("no region: set one in AWS_REGION", null);
                },
                "--live");

        assertThat(status).isEqualTo(1);
        assertThat(output()).contains("no region: set one in AWS_REGION").contains("Without --live");
    }

    @Test
    void liveWithoutCredentialsSaysWhatToSet() throws IOException {
        try (PlayedService service = PlayedService.start()) {
            CredentialsProvider none = () -> {
                throw new MissingCredentialsException("no credentials: set AWS_ACCESS_KEY_ID", null);
            };

            assertThat(run(() -> client(service.endpoint(), none), "--live")).isEqualTo(1);
            assertThat(output())
                    .contains("no credentials: set AWS_ACCESS_KEY_ID")
                    .contains("Without --live");
        }
    }

    @Test
    void aServiceThatDoesNotRespondEndsTheDemo() throws IOException {
        PlayedService gone = PlayedService.start();
        gone.close();

        assertThat(run(() -> client(gone.endpoint(), CREDENTIALS), "--live")).isEqualTo(1);
        assertThat(output()).contains("The demo ends here: ").doesNotContain("at dev.whittle");
    }

    @Test
    void aSessionEndsIfTheDemoFails() throws IOException {
        Files.createDirectories(folder.resolve("demo").resolve("page.png").resolve("occupied"));
        try (PlayedService service = PlayedService.start()) {
            assertThat(run(() -> client(service.endpoint(), CREDENTIALS), "--live"))
                    .isEqualTo(1);
            assertThat(output()).contains("The demo ends here: ").doesNotContain("at dev.whittle");
            assertThat(service.sessions().running()).isEmpty();
        }
    }

    @Test
    void anythingElseShowsTheUsage() throws IOException {
        assertThat(run(NO_LIVE_CLIENT, "--help")).isEqualTo(2);
        assertThat(output()).isEqualToNormalizingNewlines("usage: Demo [--chromium | --no-browser | --live]\n");
    }
}
