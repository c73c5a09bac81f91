package dev.whittle.codegen.report;

/** A form of a report. */
public enum ReportFormat {
    /** Lines for people, as javac writes them. */
    TEXT("txt"),
    /** Everything, for programs, by the schema {@code check-report.schema.json}. */
    JSON("json"),
    /** SARIF 2.1.0, for viewers of the results of analyses. */
    SARIF("sarif"),
    /** The body of a comment on a pull request, below GitHub's limit for comments. */
    MARKDOWN("md"),
    /** Commands that make GitHub annotate the changed lines, for the log of a workflow. */
    GITHUB("github.txt"),
    /** A page that needs nothing else. */
    HTML("html");

    private final String extension;

    ReportFormat(String extension) {
        this.extension = extension;
    }

    /** The end of the names of such files, without a dot before it. */
    public String extension() {
        return extension;
    }

    /** The name of a file with such a report; each form has its own. */
    public String fileName() {
        return "whittle-check." + extension;
    }
}
