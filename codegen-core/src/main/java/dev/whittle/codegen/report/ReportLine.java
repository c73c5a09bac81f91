package dev.whittle.codegen.report;

/**
 * An entry of a report for a log.
 *
 * @param level how a log should show it
 * @param text the text, in one line or in several; those after the first are indented
 */
public record ReportLine(Level level, String text) {
    /** How a log shows an entry. */
    public enum Level {
        /** It fails the build. */
        ERROR,
        /** It may break something, or something is wrong with the accepted changes. */
        WARNING,
        /** Anything else. */
        INFO
    }
}
