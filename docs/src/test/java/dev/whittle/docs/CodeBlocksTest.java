package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No code stands in the documentation that nothing holds to the truth. */
class CodeBlocksTest {
    private static final String PICTURE = "picture";

    /** What a marker may say, the language it goes with, and who sees to it. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("quick-start", ""), // the integration test readme-quick-start of the plugin
            Map.entry("java", "java"), // JavaBlocksTest
            Map.entry("aws", "java"), // JavaBlocksTest
            Map.entry("stream", "java"), // StreamBlocksTest
            Map.entry("shop", "java"), // ShopBlockTest
            Map.entry("test", "java"), // TestBlocksTest
            Map.entry("generated", "java"), // GeneratedBlocksTest
            Map.entry("pom", "xml"), // PomBlocksTest
            Map.entry("versions", "xml"), // VersionBlocksTest
            Map.entry("output", ""), // OutputBlocksTest
            Map.entry("layout", ""), // LayoutBlocksTest
            Map.entry("command", "sh"), // CommandBlocksTest, as those of the README:
            Map.entry("demo", "sh"),
            Map.entry("tests", "sh"),
            Map.entry("install", "sh"),
            Map.entry("init", "sh"), // and the integration test init-from-artifact of the plugin
            Map.entry("model", "json"), // WritingAModelTest, as the next five:
            Map.entry("paginators", "json"),
            Map.entry("program", "java"),
            Map.entry("run", "java"),
            Map.entry("wire", "http"),
            Map.entry("prints", ""),
            Map.entry("as in", ""), // SnippetBlocksTest: part of the file that it names
            Map.entry(PICTURE, "")); // prose in another form, in no language: there is nothing to run

    static List<CodeBlock> blocks() {
        return Page.all().stream().flatMap(page -> page.blocks().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isMarked(CodeBlock block) {
        assertThat(KINDS).as("%s: the comment above the block", block.place()).containsKey(block.kind());
        String language = KINDS.get(block.kind());
        if (!language.isEmpty()) {
            assertThat(block.language()).as(block.place()).isEqualTo(language);
        }
        if (block.kind().equals(PICTURE)) {
            assertThat(block.language()).as(block.place()).isEmpty();
        }
        assertThat(block.text()).as(block.place()).isNotBlank();
    }
}
