package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show as output is output that another test expects: the file of which the marker names. */
class OutputBlocksTest {
    static List<CodeBlock> blocks() {
        return Page.blocks("output");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isExpectedByATest(CodeBlock block) throws IOException {
        Path expectation = Page.ROOT.resolve(block.argument());
        assertThat(Files.readString(expectation)).as(block.place()).contains(block.text());
    }
}
