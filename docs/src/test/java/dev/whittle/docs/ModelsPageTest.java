package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page names the artifact of AWS's models in the version that the clients of all of them are tested with. That it has
 * the entry that the page picks, {@code CorpusTest} of the generator tells.
 */
class ModelsPageTest {
    private static final Page PAGE = Page.of("docs/models.md");

    @Test
    void namesTheVersionThatIsTestedWith() throws IOException {
        String version = found("<version\\.corpus>([^<]+)<", Files.readString(Page.ROOT.resolve("pom.xml")))
                .get(0);
        List<String> named = found("aws-java-sdk-models[:-](\\d+(?:\\.\\d+)*)", PAGE.text());
        assertThat(named).hasSizeGreaterThan(3).containsOnly(version);
    }

    @Test
    void picksOneModel() {
        assertThat(found("\\b(models/\\S+?-\\d\\S+?\\.json)", PAGE.text()))
                .hasSizeGreaterThan(1)
                .allMatch(entry -> entry.endsWith("-model.json"));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
