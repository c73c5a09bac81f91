package dev.whittle.codegen.report;

import java.util.List;

/**
 * Writes reports. The same report always has the same text, with line feeds as line breaks. Texts from models cannot break
 * out of their place, whatever they are.
 */
public final class Reports {
    private Reports() {}

    /** A report in one of its forms, as the text of a file in UTF-8. */
    public static String write(CheckReport report, ReportFormat format) {
        return switch (format) {
            case TEXT -> TextReport.write(report);
            case JSON -> JsonReport.write(report);
            case SARIF -> SarifReport.write(report);
            case MARKDOWN -> MarkdownReport.write(report);
            case GITHUB -> GithubReport.write(report);
            case HTML -> HtmlReport.write(report);
        };
    }

    /** The entries of {@link ReportFormat#TEXT}, for a log that knows levels. */
    public static List<ReportLine> text(CheckReport report) {
        return TextReport.lines(report);
    }
}
