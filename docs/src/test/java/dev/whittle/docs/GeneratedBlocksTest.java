package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show as generated was generated. A line with nothing but {@code // …} stands for what is left out. */
class GeneratedBlocksTest {
    private static final Path SOURCES = Path.of("target/generated-test-sources/whittle");

    static List<CodeBlock> blocks() {
        return Page.blocks("generated");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void wasGenerated(CodeBlock block) throws IOException {
        String source = flat(Files.readString(SOURCES.resolve(block.argument())));
        int from = 0;
        for (String piece : block.text().split("(?m)^ *// …$")) {
            String wanted = flat(piece);
            int found = source.indexOf(wanted, from);
            assertThat(found)
                    .as("%s: is in %s:%n%s", block.place(), block.argument(), wanted)
                    .isNotNegative();
            from = found + wanted.length();
        }
    }

    /** Without indentation and blank lines. */
    private static String flat(String source) {
        return Arrays.stream(source.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
