package dev.whittle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.whittle.benchmarks.call.Answers;
import dev.whittle.benchmarks.call.BrowserCalls;
import dev.whittle.benchmarks.call.WhittleCalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/**
 * What must not grow unnoticed. Nothing here is timed: every figure is the same on every machine, give or take the
 * margin of its budget. Who breaks a budget for a good reason raises it, and says why.
 */
class BudgetTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path CLIENT = CLASSES.resolve("com/example/browser");

    /** Four operations; in a jar each class costs its deflated bytes and twice its name. */
    @Test
    void packedClientStaysSmall() throws IOException {
        long bytes = 0;
        for (Path file : classes(CLIENT)) {
            bytes += deflated(Files.readAllBytes(file))
                    + 76
                    + 2L * CLASSES.relativize(file).toString().length();
        }
        assertThat(bytes).as("bytes of the client in a jar").isLessThan(180_000);
    }

    @Test
    void clientHasFewClasses() throws IOException {
        assertThat(classes(CLIENT))
                .as("classes of a client with four operations")
                .hasSizeLessThan(160);
    }

    @Test
    void callAllocatesLittle() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        try (BrowserCalls calls = WhittleCalls.inMemory(Answers.session(), Answers.started())) {
            // Classes are loaded and caches filled; the interpreter allocates no less than compiled code.
            for (int i = 0; i < 100; i++) {
                assertThat(calls.get()).isNotNull();
                assertThat(calls.start()).isNotNull();
            }
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 1000; i++) {
                calls.get();
            }
            long get = (threads.getThreadAllocatedBytes(thread) - before) / 1000;
            before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 1000; i++) {
                calls.start();
            }
            long start = (threads.getThreadAllocatedBytes(thread) - before) / 1000;
            assertThat(get).as("bytes for a GetBrowserSession").isLessThan(6_000);
            assertThat(start).as("bytes for a StartBrowserSession").isLessThan(6_500);
        }
    }

    @Test
    void firstCallLoadsFewClasses() throws IOException, InterruptedException {
        List<String> loaded = loadedByFirstCall();
        assertThat(loaded.stream().filter(name -> name.startsWith("dev.whittle.runtime.")))
                .as("classes of the runtime")
                .hasSizeLessThan(75);
        assertThat(loaded.stream().filter(name -> name.startsWith("com.example.browser.")))
                .as("classes of the client")
                .hasSizeLessThan(32);
    }

    @Test
    void firstCallNeedsNoSlowPartsOfTheJdk() throws IOException, InterruptedException {
        assertThat(loadedByFirstCall())
                .noneMatch(name -> name.startsWith("java.net.http."))
                .noneMatch(name -> name.startsWith("javax.crypto."))
                .noneMatch(name -> name.startsWith("java.util.regex."))
                .noneMatch(name -> name.startsWith("java.util.stream."))
                .noneMatch(name -> name.startsWith("java.time.format."))
                .noneMatch(name -> name.startsWith("java.util.logging."))
                .noneMatch(name -> name.equals("java.util.UUID"));
    }

    @Test
    void clientAndRuntimeUseNeitherReflectionNorConcatenationBoundAtRunTime() throws IOException {
        List<Path> all = new ArrayList<>(classes(CLIENT));
        all.addAll(classes(Path.of("../runtime/target/classes/dev/whittle/runtime")));
        for (Path file : all) {
            // Constant pools hold the names of all classes that the code refers to, as plain text.
            String constants = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(constants)
                    .as(file.toString())
                    .doesNotContain(
                            "java/lang/reflect/", "java/util/ServiceLoader", "java/lang/invoke/StringConcatFactory");
        }
    }

    /** The names of classes that a new process loads for one call in memory. */
    private static List<String> loadedByFirstCall() throws IOException, InterruptedException {
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
            log.lines()
                    .filter(line -> line.contains(" source: "))
                    .map(line -> line.substring(
                            line.indexOf("] ", line.indexOf("class,load")) + 2, line.indexOf(" source: ")))
                    .map(String::trim)
                    .forEach(names::add);
            assertThat(process.waitFor()).as(log).isZero();
        }
        return names;
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static long deflated(byte[] bytes) throws IOException {
        long[] size = {0};
        try (DeflaterOutputStream out = new DeflaterOutputStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        size[0]++;
                    }
                },
                new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(bytes);
        }
        return size[0];
    }

    /** One call in a process of its own. */
    static final class FirstCall {
        private FirstCall() {}

        public static void main(String[] args) {
            try (BrowserCalls calls = WhittleCalls.inMemory(Answers.session(), Answers.started())) {
                System.out.println(calls.get().getClass());
            }
        }
    }
}
