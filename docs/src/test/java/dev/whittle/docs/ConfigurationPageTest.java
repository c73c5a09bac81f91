package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of goals and parameters is what the plugin's descriptor says. */
class ConfigurationPageTest {
    private static final Path PAGE = Page.ROOT.resolve("docs/configuration.md");

    @Test
    void isWhatTheDescriptorSays() throws Exception {
        String expected = new ConfigurationPage(Goal.all()).text();
        if (Boolean.getBoolean("whittle.docs.update")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/configuration.md is out of date: run this test with -Dwhittle.docs.update=true")
                .isEqualTo(expected);
    }

    @Test
    void explainsEachParameterOnce() {
        Page page = Page.of("docs/configuration.md");
        assertThat(page.lines().stream().filter(line -> line.startsWith("#"))).doesNotHaveDuplicates();
        assertThat(page.lines().stream().filter(line -> line.matches("[A-Z].*\\.")))
                .doesNotHaveDuplicates();
    }
}
