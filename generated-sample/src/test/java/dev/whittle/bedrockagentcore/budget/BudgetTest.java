package dev.whittle.bedrockagentcore.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.browser.BedrockAgentCoreClient;
import com.sun.management.ThreadMXBean;
import dev.whittle.bedrockagentcore.browser.Browser;
import dev.whittle.runtime.client.ClientBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a client of one operation may cost: nothing here is timed, and every figure is the same on every machine, give or
 * take the margin of its budget. A budget has an upper bound only: to cost less is no fault. Raise one only with a reason,
 * and give the reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetTest {
    private static final String SESSIONS = "dev/whittle/bedrockagentcore/browser";

    private final Path tests = Packed.origin(BudgetTest.class);
    private final Path client = tests.resolve("com/example/browser");

    private List<String> loaded = List.of();

    @BeforeAll
    void loadedByFirstCall() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstCall.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> names = new ArrayList<>();
        try (InputStream out = process.getInputStream()) {
            String log = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(log).isZero();
            assertThat(log).contains("response: 01KAMQ4W9TZ7E3R5XH2VYB8NDC");
            for (String line : log.split("\n")) {
                int source = line.indexOf(" source: ");
                if (source > 0) {
                    names.add(line.substring(line.indexOf("] ", line.indexOf("class,load")) + 2, source)
                            .strip());
                }
            }
        }
        loaded = names;
    }

    @Test
    void clientIsSmall() throws IOException {
        assertThat(Packed.size(tests, client)).as("bytes of the client's jar").isLessThanOrEqualTo(92_000);
        assertThat(Packed.classes(client))
                .as("classes of the client")
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(88);
    }

    @Test
    void classPathIsSmall() throws IOException {
        Path origin = Packed.origin(ClientBuilder.class);
        long runtime = Files.isDirectory(origin) ? Packed.size(origin, origin) : Files.size(origin);
        // With the client of S3 in benchmarks/ it must stay below 600 KB. Streams, events and HTTP/2 are an eighth of
        // it. A
        // call that does not stream loads none of them.
        assertThat(runtime).as("bytes of the runtime's jar").isLessThan(519_000);
        long all = Packed.size(tests, client) + runtime;
        assertThat(all).as("bytes of all jars").isLessThan(612_000);
    }

    @Test
    void firstCallLoadsFewClasses() {
        assertThat(loaded.stream().filter(name -> name.startsWith("dev.whittle.runtime.")))
                .as("classes of the runtime")
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(74);
        assertThat(loaded.stream().filter(name -> name.startsWith("com.example.browser.")))
                .as("classes of the client")
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(62);
    }

    /** The client speaks restJson1. */
    @Test
    void firstCallLoadsNoOtherFormat() {
        assertThat(loaded)
                .contains("dev.whittle.runtime.codec.JsonReader")
                .noneMatch(name -> name.startsWith("dev.whittle.runtime.codec.Cbor"))
                .noneMatch(name -> name.startsWith("dev.whittle.runtime.codec.Form"))
                .noneMatch(name -> name.startsWith("dev.whittle.runtime.codec.Xml"));
    }

    @Test
    void firstCallNeedsNoSlowPartsOfTheJdk() {
        assertThat(loaded)
                .noneMatch(name -> name.startsWith("java.net.http."))
                // Java 25 loads the parameters with any provider of anything.
                .noneMatch(name -> name.startsWith("javax.crypto.") && !name.equals("javax.crypto.KDFParameters"))
                .noneMatch(name -> name.startsWith("java.util.regex."))
                .noneMatch(name -> name.startsWith("java.util.stream."))
                .noneMatch(name -> name.startsWith("java.time.format."))
                .noneMatch(name -> name.startsWith("java.util.logging."))
                .noneMatch(name -> name.equals("java.util.UUID"));
    }

    @Test
    void sessionsAreSmall() throws IOException {
        Path whole = Packed.origin(Browser.class);
        assertThat(Packed.size(whole, whole.resolve(SESSIONS)))
                .as("bytes of the package of sessions in the jar")
                .isBetween(1L, 61_100L);
    }

    /** The interpreter allocates no less than compiled code, so that nothing has to be warm but caches. */
    @Test
    void callAllocatesLittle() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        try (BedrockAgentCoreClient calls = FirstCall.client()) {
            for (int i = 0; i < 100; i++) {
                assertThat(FirstCall.call(calls).viewPort()).isNotNull();
            }
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 1000; i++) {
                FirstCall.call(calls);
            }
            long bytes = (threads.getThreadAllocatedBytes(thread) - before) / 1000;
            assertThat(bytes).as("bytes for a GetBrowserSession").isLessThanOrEqualTo(8_000);
        }
    }

    /** Constant pools hold the names of all classes that the code refers to, as plain text. */
    @Test
    void clientBindsNothingAtRunTime() throws IOException {
        List<Path> all = new ArrayList<>(Packed.classes(client));
        Path whole = Packed.origin(Browser.class);
        all.addAll(Packed.classes(whole));
        // Its lambdas cost nothing before a session is started.
        all.removeIf(file -> file.startsWith(whole.resolve(SESSIONS)));
        assertThat(all).hasSizeGreaterThan(150);
        for (Path file : all) {
            String constants = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(constants)
                    .as(file.toString())
                    .doesNotContain("java/lang/reflect/", "java/util/ServiceLoader", "java/lang/invoke/");
        }
    }
}
