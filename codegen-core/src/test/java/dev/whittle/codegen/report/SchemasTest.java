package dev.whittle.codegen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs read has the form that its schema promises. */
class SchemasTest {
    static Stream<CheckReport> reports() {
        return Stream.of(
                SampleReports.full(), SampleReports.harmless(), SampleReports.empty(), SampleReports.large(50));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void jsonHasItsForm(CheckReport report) {
        assertThat(Schemas.REPORT.errors(Reports.write(report, ReportFormat.JSON)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void sarifHasItsForm(CheckReport report) {
        assertThat(Schemas.SARIF.errors(Reports.write(report, ReportFormat.SARIF)))
                .isEmpty();
    }

    /** The schemas do find faults. */
    @Test
    void otherFormsAreRefused() {
        String json = Reports.write(SampleReports.full(), ReportFormat.JSON);
        assertThat(Schemas.REPORT.errors(json.replace("\"version\": 1", "\"version\": 2")))
                .isNotEmpty();
        assertThat(Schemas.REPORT.errors(json.replace("\"risky\"", "\"dubious\"")))
                .isNotEmpty();
        assertThat(Schemas.REPORT.errors(json.replace("\"direction\"", "\"way\"")))
                .isNotEmpty();
        assertThat(Schemas.REPORT.errors(json.replace("\"complaints\"", "\"more\": 1, \"complaints\"")))
                .isNotEmpty();
        String sarif = Reports.write(SampleReports.full(), ReportFormat.SARIF);
        assertThat(Schemas.SARIF.errors(sarif.replace("\"level\": \"note\"", "\"level\": \"hint\"")))
                .isNotEmpty();
        assertThat(Schemas.SARIF.errors(sarif.replace("\"ruleIndex\"", "\"rule_index\"")))
                .isNotEmpty();
    }
}
