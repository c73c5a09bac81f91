package dev.whittle.maven.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckParametersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private final CheckParameters parameters = new CheckParameters();

    @ParameterizedTest
    @CsvSource({"2026-11-30, 2026-11-30", "' 2027-03-31 ', 2027-03-31", "' ', ", ", "})
    void readsTheLastDayOfAnAcceptance(String text, LocalDate until) {
        assertThat(parameters.acceptUntil(text, "no client reads it", TODAY)).isEqualTo(until);
        parameters.finish();
    }

    @Test
    void takesNoReasonWithoutALastDayForAFault() {
        assertThat(parameters.acceptUntil(null, null, TODAY)).isNull();
        parameters.finish();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-29|r|acceptUntil '2026-11-29' is in the past: name the last day on which the changes are accepted,"
                        + " today or later",
                "soon|r|acceptUntil 'soon' is not a date such as 2026-12-31",
                "2027-03-31||acceptUntil '2027-03-31' has no effect without accept: add -Dwhittle.accept=\"<reason>\"",
                "2027-03-31|' '|acceptUntil '2027-03-31' has no effect without accept: add -Dwhittle.accept=\"<reason>\"",
            })
    void refusesALastDayThatAcceptsNothing(String text, String accept, String message) {
        parameters.acceptUntil(text, accept, TODAY);

        assertThatThrownBy(parameters::finish)
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void everyFaultIsNamed(@TempDir Path folder) {
        parameters.baseline("path:a\0b", null, folder.resolve("whittle.lock.json"), folder);
        parameters.limit("failOnSource", "always");
        parameters.acceptUntil("tomorrow", "a reason", TODAY);
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
