package dev.whittle.codegen.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Golden;
import dev.whittle.codegen.report.ReportLine.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each form of a report, as files: {@code -Dwhittle.golden.update=true} rewrites them. */
class ReportsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "reports");
    private static final Map<String, CheckReport> REPORTS = Map.of(
            "full", SampleReports.full(),
            "harmless", SampleReports.harmless(),
            "empty", SampleReports.empty());

    static Stream<Arguments> forms() {
        return REPORTS.entrySet().stream()
                .flatMap(report -> Stream.of(ReportFormat.values())
                        .filter(format ->
                                format != ReportFormat.HTML || !report.getKey().equals("harmless"))
                        .map(format -> Arguments.of(report.getKey(), format)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isAsExpected(String name, ReportFormat format) throws IOException {
        Path file = FOLDER.resolve(name + "." + format.extension());
        String text = Reports.write(REPORTS.get(name), format);
        if (Golden.UPDATE) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void everyFileIsExpected() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            forms().map(form -> form.get()[0] + "." + ((ReportFormat) form.get()[1]).extension())
                                    .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameEachTime(ReportFormat format) {
        assertThat(Reports.write(SampleReports.full(), format))
                .isEqualTo(Reports.write(SampleReports.full(), format))
                .doesNotContain("\r")
                .endsWith("\n");
    }

    @Test
    void eachFormHasItsOwnFile() {
        assertThat(Stream.of(ReportFormat.values()).map(ReportFormat::fileName)).doesNotHaveDuplicates();
    }

    @Test
    void logShowsWhatFailsAsErrors() {
        List<ReportLine> lines = Reports.text(SampleReports.full());
        assertThat(lines)
                .filteredOn(line -> line.level() == Level.ERROR)
                .extracting(ReportLine::text)
                .satisfiesExactly(
                        text -> assertThat(text)
                                .contains("API403 breaking (source, binary), risky (wire): the member Item$price"),
                        text -> assertThat(text).contains("API402 breaking (binary, wire), risky (source)"),
                        text -> assertThat(text).contains("Item$weight", "no code of this project uses it"),
                        text -> assertThat(text).contains("API101"),
                        text -> assertThat(text).startsWith("11 changes: 4 fail the build, 1 is accepted, 6 pass"),
                        text -> assertThat(text).contains("1.3.0 is too low").endsWith("2.0.0 or higher"));
        assertThat(lines)
                .filteredOn(line -> line.level() == Level.WARNING)
                .extracting(ReportLine::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("API409 breaking (wire)"),
                        text -> assertThat(text).startsWith("accepted changes: "),
                        text -> assertThat(text).startsWith("accepted changes: "));
    }

    @Test
    void logSumsUpWhatIsAdded() {
        assertThat(Reports.text(SampleReports.full()))
                .extracting(ReportLine::text)
                .contains("2 changes API601, an enum gains a value: Color.GREEN, Color.BLUE")
                .contains("2 changes API901, documentation changes: Item, Shop");
    }

    @Test
    void logOfManyChangesIsShort() {
        assertThat(Reports.text(SampleReports.large(500)))
                .hasSizeLessThan(130)
                .anySatisfy(line -> assertThat(line.text()).startsWith("400 changes API403"));
    }

    @Test
    void commentOfManyChangesFitsAndCountsTheRest() {
        String text = Reports.write(SampleReports.large(500), ReportFormat.MARKDOWN);
        assertThat(text.length()).isBetween(50_000, 65_000);
        assertThat(text).containsPattern("\n\\d+ more failing changes are left out\\.\n");
        assertThat(text).containsPattern("\n500 more changes are left out\\.\n");
    }

    @Test
    void fingerprintsAreStableWhenLinesMove() {
        assertThat(fingerprints(SampleReports.full()))
                .isEqualTo(fingerprints(SampleReports.full()))
                .hasSize(11);
        CheckReport moved = move(SampleReports.full());
        assertThat(Reports.write(moved, ReportFormat.SARIF))
                .isNotEqualTo(Reports.write(SampleReports.full(), ReportFormat.SARIF));
        assertThat(fingerprints(moved)).isEqualTo(fingerprints(SampleReports.full()));
    }

    private static CheckReport move(CheckReport report) {
        List<CheckedService> services = report.services().stream()
                .map(service -> new CheckedService(
                        service.name(),
                        service.packageName(),
                        service.before(),
                        service.after(),
                        service.changes().stream().map(ReportsTest::move).toList()))
                .toList();
        return SampleReports.with(services, report);
    }

    private static ReportedChange move(ReportedChange change) {
        var after = change.after();
        return new ReportedChange(
                change.change(),
                change.before(),
                after == null
                        ? null
                        : new dev.whittle.codegen.problem.Location(
                                after.file(), after.line() + 7, after.column() + 1, after.pointer()),
                change.standing(),
                change.acceptance(),
                change.usedBy());
    }

    private static TreeSet<String> fingerprints(CheckReport report) {
        TreeSet<String> found = new TreeSet<>();
        var matcher = java.util.regex.Pattern.compile("\"whittleChange/v1\": \"([0-9a-f]{32})\"")
                .matcher(Reports.write(report, ReportFormat.SARIF));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
