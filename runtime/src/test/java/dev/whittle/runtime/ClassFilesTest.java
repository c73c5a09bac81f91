package dev.whittle.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the runtime's classes may not refer to, because a new process would pay for it at its first call: lambdas and
 * other call sites bound at run time, reflection, regular expressions, streams, formatters.
 */
class ClassFilesTest {
    private static final List<String> BANNED = List.of(
            "java/lang/reflect/",
            "java/lang/invoke/",
            "java/util/regex/",
            "java/util/stream/",
            "java/util/Formatter",
            "java/time/format/",
            "java/time/ZonedDateTime",
            "java/time/LocalDate",
            "javax/crypto/");

    /** Hands streams out, which is what it is for; no call loads it. */
    private static final Path HAS_STREAMS = Path.of("paginate", "Results.class");

    /** Finds a method of Java 21 from Java 17; only asynchronous clients and two-way streams load it. */
    private static final Path HAS_A_LOOKUP = Path.of("internal", "VirtualThreads.class");

    @Test
    void noClassRefersToWhatIsSlowToLoad() throws Exception {
        // Next to the compiled tests, wherever the test runs from.
        URI tests = ClassFilesTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        Path classes = Path.of(tests).resolveSibling("classes").resolve("dev/whittle/runtime");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".class")).toList();
            assertThat(all).hasSizeGreaterThan(60);
            for (Path file : all) {
                boolean hasStreams = file.endsWith(HAS_STREAMS);
                boolean hasALookup = file.endsWith(HAS_A_LOOKUP);
                for (String reference : references(file)) {
                    if (hasStreams && reference.contains("java/util/stream/")
                            || hasALookup && reference.contains("java/lang/invoke/")) {
                        continue;
                    }
                    found.add(classes.relativize(file) + " refers to " + reference);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> references(Path file) {
        List<String> banned = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(bytes)) {
            in.readInt();
            in.readInt();
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> {
                        String text = in.readUTF();
                        BANNED.stream().filter(text::contains).findFirst().ifPresent(b -> banned.add(text));
                    }
                    case 5, 6 -> {
                        in.readLong();
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> in.readUnsignedShort();
                    case 15 -> in.skipBytes(3);
                    case 17, 18 -> {
                        in.readInt();
                        banned.add("a call site bound at run time");
                    }
                    default -> in.readInt();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return banned;
    }
}
