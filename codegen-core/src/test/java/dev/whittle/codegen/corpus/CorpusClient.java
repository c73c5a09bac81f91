package dev.whittle.codegen.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.whittle.codegen.GeneratedService;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.json.ModelSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * What came of a model: all that can be generated, compiled as strictly as careful users do.
 *
 * @param name the model
 * @param result what came out: {@code compiles}
 * @param operations the number of operations
 * @param shapes the number of shapes
 * @param files the number of source files
 * @param lines the number of their lines
 * @param cpuMillis the time of processors that generating took, with compiling by the JVM and collecting garbage
 * @param peakBytes the most heap that was in use meanwhile, garbage included
 * @param jarBytes the size of a jar of the classes
 */
record CorpusClient(
        String name,
        String result,
        int operations,
        int shapes,
        int files,
        long lines,
        long cpuMillis,
        long peakBytes,
        long jarBytes) {
    /** Package names have no comments, and names of members say what most of them are. */
    private static final String[] DOCLINT = {"-Xdoclint:all/protected,-missing"};

    /** Generates and compiles; it fails unless both leave nothing to complain of. */
    static CorpusClient of(String name, ModelSource model) throws IOException {
        resetPeaks();
        long start = usedMillis();
        GeneratedSources sources = Generation.of(model, "com.example.corpus");
        long millis = usedMillis() - start;
        long peak = peak();
        assertThat(Generation.errors(sources)).as(name).isEmpty();
        Javac.Result compiled = Javac.compile(sources.files(), DOCLINT);
        assertThat(compiled.messages()).as(name).isEmpty();
        GeneratedService service = sources.services().get(0);
        return new CorpusClient(
                name,
                "compiles",
                service.operations(),
                service.shapes(),
                sources.files().size(),
                sources.files().values().stream()
                        .mapToLong(text -> text.chars().filter(c -> c == '\n').count())
                        .sum(),
                millis,
                peak,
                jar(compiled.classes().values()));
    }

    private static long usedMillis() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1_000_000;
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void resetPeaks() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static long jar(Collection<byte[]> classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            int count = 0;
            for (byte[] each : classes) {
                // About as long as the names that they have.
                jar.putNextEntry(
                        new JarEntry(String.format(Locale.ROOT, "com/example/corpus/model/Class%012d.class", count++)));
                jar.write(each);
            }
        }
        return bytes.size();
    }

    /** A row of a table in Markdown. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %d | %d | %,d | %,d | %.1f | %d | %,d |",
                name,
                result,
                operations,
                shapes,
                files,
                lines,
                cpuMillis / 1000.0,
                peakBytes / 1_000_000,
                (jarBytes + 500) / 1000);
    }
}
