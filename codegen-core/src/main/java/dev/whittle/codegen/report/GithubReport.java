package dev.whittle.codegen.report;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.Witness;
import dev.whittle.codegen.problem.Location;
import java.util.ArrayList;
import java.util.List;

/** Commands for the log of a workflow on GitHub, which shows them beside the changed lines. */
final class GithubReport {
    private GithubReport() {}

    static String write(CheckReport report) {
        List<Entry> entries = Entry.all(report);
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            switch (entry.group()) {
                case FAILING -> text.append(command("error", report, entry));
                case ACCEPTED -> text.append(command("notice", report, entry));
                case RISKY, COMPATIBLE -> text.append(entry.isWarned() ? command("warning", report, entry) : "");
            }
        }
        report.complaints()
                .forEach(complaint -> text.append(command("warning", "Accepted changes", Words.line(complaint))));
        VersionAdvice advice = report.version();
        if (advice != null && advice.fails()) {
            text.append(command("error", "Version", Words.capitalized(Words.advice(advice))));
        }
        String summary = Words.summary(entries) + " (compared with " + Words.line(report.baseline()) + ")";
        return text.append(command("notice", "Clients compared", Words.capitalized(summary)))
                .toString();
    }

    /** {@code ::error title=…::…} and a line feed. */
    private static String command(String name, String title, String message) {
        return "::" + name + " title=" + property(title) + "::" + data(message) + "\n";
    }

    /** {@code ::error file=…,line=…,col=…,title=API403 …::…} and a line feed. */
    private static String command(String name, CheckReport report, Entry entry) {
        ApiChange change = entry.change();
        Location location = entry.presentLocation();
        StringBuilder command = new StringBuilder(300);
        command.append("::").append(name).append(" file=").append(property(report.inRepository(location.file())));
        if (location.line() > 0) {
            command.append(",line=").append(location.line()).append(",col=").append(location.column());
        }
        String title = change.code().code() + " " + Words.verdicts(change);
        return command.append(",title=")
                .append(property(title))
                .append("::")
                .append(data(String.join("\n", lines(entry))))
                .append('\n')
                .toString();
    }

    private static List<String> lines(Entry entry) {
        ApiChange change = entry.change();
        List<String> lines = new ArrayList<>();
        lines.add(Words.sentence(change));
        Words.reasons(change).forEach((about, reason) -> lines.add(about + ": " + reason));
        Witness witness = change.witness();
        if (witness != null) {
            lines.add("before: " + Words.line(witness.before()));
            if (!witness.after().isEmpty()) {
                lines.add("instead: " + Words.line(witness.after()));
            }
        }
        entry.callSites().stream().limit(3).forEach(site -> lines.add("used by: " + Words.line(site.toString())));
        Acceptance acceptance = entry.reported().acceptance();
        if (acceptance != null) {
            lines.add("accepted: " + Words.acceptance(acceptance));
        }
        return lines;
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(Words.line(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
