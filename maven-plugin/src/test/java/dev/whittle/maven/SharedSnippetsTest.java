package dev.whittle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows is what the integration tests build. */
class SharedSnippetsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- as in (\\S+) -->\n```\\w+\n(.*?)```\n", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"docs/build-cache.md", "docs/publishing-a-client.md"})
    void snippetsAreWhatTheTestsBuild(String page) throws IOException {
        String version = version();
        List<String> files = new ArrayList<>();
        Matcher snippets = SNIPPET.matcher(Files.readString(ROOT.resolve(page)));
        while (snippets.find()) {
            String file = snippets.group(1);
            assertThat(Files.readString(ROOT.resolve(file)).replace("@project.version@", version))
                    .as(file)
                    .contains(snippets.group(2));
            files.add(file);
        }
        assertThat(files).hasSizeGreaterThan(1);
    }

    private static String version() throws IOException {
        Matcher version =
                Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
