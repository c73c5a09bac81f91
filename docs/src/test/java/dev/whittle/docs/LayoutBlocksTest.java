package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A list of files and folders, each with what it is for, names what there is. */
class LayoutBlocksTest {
    static List<CodeBlock> blocks() {
        return Page.blocks("layout");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void exists(CodeBlock block) {
        for (String line : block.text().split("\n")) {
            assertThat(Page.ROOT.resolve(line.split(" ")[0])).as(block.place()).exists();
        }
    }
}
