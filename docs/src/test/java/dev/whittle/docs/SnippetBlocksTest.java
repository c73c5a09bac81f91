package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation shows of a file is what an integration test builds with, or what exercises a generated client. */
class SnippetBlocksTest {
    static List<CodeBlock> blocks() {
        return Page.blocks("as in");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isPartOfTheFileThatItNames(CodeBlock block) throws Exception {
        assertThat(block.argument())
                .as(block.place())
                .containsAnyOf("/src/it/", "/golden/", "/src/test/models/", "/guide/");
        String text = Files.readString(Page.ROOT.resolve(block.argument()));
        boolean isFiltered = text.contains("@project.version@");
        assertThat(isFiltered ? text.replace("@project.version@", Goal.pluginVersion()) : text)
                .as(block.place())
                .satisfiesAnyOf(
                        whole -> assertThat(whole).contains(block.text()),
                        whole -> assertThat(whole).contains(inMethod(block.text())));
    }

    /** The lines as the body of a method has them. */
    private static String inMethod(String text) {
        return text.lines()
                .map(line -> line.isEmpty() ? "" : "        " + line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
