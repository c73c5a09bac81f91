package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation shows of a file is what an integration test builds with. */
class SnippetBlocksTest {
    static List<CodeBlock> blocks() {
        return Page.blocks("as in");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isPartOfTheFileThatItNames(CodeBlock block) throws Exception {
        assertThat(block.argument()).as(block.place()).contains("/src/it/");
        assertThat(Files.readString(Page.ROOT.resolve(block.argument()))
                        .replace("@project.version@", Goal.pluginVersion()))
                .as(block.place())
                .contains(block.text());
    }
}
