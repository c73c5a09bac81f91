package dev.whittle.maven.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckParametersTest {
    private final CheckParameters parameters = new CheckParameters();

    @Test
    void everyFaultIsNamed(@TempDir Path folder) {
        parameters.baseline("path:a\0b", null, folder.resolve("whittle.lock.json"), folder);
        parameters.limit("failOnSource", "always");
        parameters.date("acceptUntil", "tomorrow");
        parameters.reports(Arrays.asList("html", null, "pdf"));
        parameters.version("baselineVersion", "v1.2.0");
        parameters.existing("usedBy", List.of(folder, folder.resolve("classes")));

        assertThatThrownBy(parameters::finish)
                .isInstanceOf(MisconfigurationException.class)
                .hasMessageContaining("baseline 'path:a\0b' is no path: ")
                .hasMessageContaining("failOnSource 'always' is none of breaking, risky, never")
                .hasMessageContaining("acceptUntil 'tomorrow' is not a date such as 2026-12-31")
                .hasMessageContaining("reports: 'pdf' is none of html, json, sarif, markdown, text and github")
                .hasMessageContaining("baselineVersion 'v1.2.0' is not a version such as 1.4.0")
                .hasMessageContaining("usedBy: there is no " + folder.resolve("classes"));
    }

    @Test
    void versionsAreOptional() {
        assertThat(parameters.version("baselineVersion", " 1.2.0 ")).isEqualTo("1.2.0");
        assertThat(parameters.version("baselineVersion", " ")).isNull();
        assertThat(parameters.version("baselineVersion", null)).isNull();
        parameters.finish();
    }
}
