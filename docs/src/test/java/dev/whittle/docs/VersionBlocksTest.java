package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages tell users to put into a pom beside Whittle has the versions that this build uses and tests with. */
class VersionBlocksTest {
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    static List<CodeBlock> blocks() {
        return Page.blocks("versions");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isTheVersionThatThisBuildUses(CodeBlock block) throws IOException {
        String pom = Files.readString(Page.ROOT.resolve("pom.xml"));
        Matcher version = VERSION.matcher(block.text());
        assertThat(version.find()).as(block.place()).isTrue();
        assertThat(pom)
                .as(block.place())
                .containsPattern("<version\\.[a-z-]+>" + Pattern.quote(version.group(1)) + "<");
    }
}
