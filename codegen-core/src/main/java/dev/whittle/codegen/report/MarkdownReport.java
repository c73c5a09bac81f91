package dev.whittle.codegen.report;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.diff.Witness;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.report.Entry.Group;
import java.util.List;
import java.util.function.Function;

/** A report as a comment on a pull request, in GitHub's Markdown. */
final class MarkdownReport {
    /** GitHub accepts 65,536 characters. */
    private static final int LONGEST = 65_000;

    /** What the table may take of it; the rest is for details. */
    private static final int LONGEST_TABLE = 30_000;

    /** Room for the headings of the parts that follow, and for what is left out of them. */
    private static final int RESERVE = 1_500;

    private static final int MOST_SITES = 5;
    private static final int MOST_OPERATIONS = 10;
    private static final int MOST_COMPLAINTS = 20;

    private final List<Entry> entries;
    private final boolean hasManyServices;
    private final StringBuilder out = new StringBuilder(4_000);

    private MarkdownReport(CheckReport report) {
        this.entries = Entry.all(report);
        this.hasManyServices = report.services().size() > 1;
        head(report);
        failing();
        details("What the failing changes break", Group.FAILING, this::item);
        details(Group.ACCEPTED.title(), Group.ACCEPTED, this::item);
        details(Group.RISKY.title(), Group.RISKY, this::item);
        details(Group.COMPATIBLE.title(), Group.COMPATIBLE, this::line);
    }

    static String write(CheckReport report) {
        return new MarkdownReport(report).out.toString();
    }

    private void head(CheckReport report) {
        out.append("### ").append(report.passes() ? "✅ " : "❌ ");
        out.append(Markdown.text(Words.capitalized(Words.summary(entries)))).append("\n\n");
        out.append("Compared with ")
                .append(Markdown.code(Words.line(report.baseline())))
                .append(".\n");
        VersionAdvice advice = report.version();
        if (advice != null) {
            out.append("\n").append(advice.fails() ? "❌ " : "");
            out.append(Markdown.text(Words.capitalized(Words.advice(advice)))).append(".\n");
        }
        if (!entries.isEmpty()) {
            out.append("\n| | breaking | risky | compatible |\n|---|---:|---:|---:|\n");
            for (Measure measure : Measure.all()) {
                out.append("| ").append(measure.word());
                for (Verdict verdict : new Verdict[] {Verdict.BREAKING, Verdict.RISKY, Verdict.COMPATIBLE}) {
                    out.append(" | ").append(measure.count(entries, verdict));
                }
                out.append(" |\n");
            }
        }
        List<String> complaints = report.complaints();
        complaints.stream()
                .limit(MOST_COMPLAINTS)
                .forEach(complaint -> out.append("\n⚠️ Accepted changes: ")
                        .append(Markdown.text(Words.line(complaint)))
                        .append("\n"));
        leftOut(complaints.size() - MOST_COMPLAINTS, "complaint");
    }

    private void failing() {
        List<Entry> failing = Entry.in(Group.FAILING, entries);
        if (failing.isEmpty()) {
            return;
        }
        out.append("\n| failing change | verdict | used by |\n|---|---|---|\n");
        int shown = 0;
        for (Entry entry : failing) {
            String row = "| " + title(entry) + "<br>" + Markdown.code(Words.line(place(entry))) + " | "
                    + Words.verdicts(entry.change()) + " | " + users(entry) + " |\n";
            if (out.length() + row.length() > LONGEST_TABLE) {
                break;
            }
            out.append(row);
            shown++;
        }
        leftOut(failing.size() - shown, "failing change");
    }

    private static String users(Entry entry) {
        if (entry.isUsed()) {
            return Words.count(entry.callSites().size(), "call site");
        }
        return entry.isUnused() ? "no code" : "";
    }

    private void details(String title, Group group, Function<Entry, String> form) {
        List<Entry> all = Entry.in(group, entries);
        if (all.isEmpty()) {
            return;
        }
        out.append("\n<details><summary>")
                .append(title)
                .append(" (")
                .append(all.size())
                .append(")</summary>\n\n");
        int shown = 0;
        for (Entry entry : all) {
            String item = form.apply(entry);
            if (out.length() + item.length() > LONGEST - RESERVE) {
                break;
            }
            out.append(item);
            shown++;
        }
        leftOut(all.size() - shown, "change");
        out.append("\n</details>\n");
    }

    private void leftOut(int count, String noun) {
        if (count > 0) {
            out.append("\n")
                    .append(count)
                    .append(" more ")
                    .append(noun)
                    .append(count == 1 ? " is" : "s are")
                    .append(" left out.\n");
        }
    }

    private String title(Entry entry) {
        ApiChange change = entry.change();
        String service =
                hasManyServices ? Markdown.code(Words.line(entry.service().name())) + " " : "";
        return service + "`" + change.code().code() + "` " + Markdown.text(Words.headline(change));
    }

    private String line(Entry entry) {
        return "- " + title(entry) + "\n";
    }

    private String item(Entry entry) {
        ApiChange change = entry.change();
        StringBuilder item = new StringBuilder(600);
        item.append("**")
                .append(Words.verdicts(change))
                .append("** ")
                .append(title(entry))
                .append("\n\n");
        item.append("- ").append(Markdown.code(Words.line(place(entry)))).append("\n");
        Words.reasons(change)
                .forEach((about, reason) -> item.append("- ")
                        .append(about)
                        .append(": ")
                        .append(Markdown.text(reason))
                        .append("\n"));
        if (!change.operations().isEmpty()) {
            item.append("- operations: ")
                    .append(Markdown.text(Words.list(change.operations(), MOST_OPERATIONS)))
                    .append("\n");
        }
        List<CallSite> sites = entry.callSites();
        sites.stream()
                .limit(MOST_SITES)
                .forEach(site -> item.append("- used by ")
                        .append(Markdown.code(Words.line(site.toString())))
                        .append("\n"));
        if (sites.size() > MOST_SITES) {
            item.append("- used by ").append(sites.size() - MOST_SITES).append(" more call sites\n");
        } else if (entry.isUnused()) {
            item.append("- ").append(Words.UNUSED).append("\n");
        }
        Acceptance acceptance = entry.reported().acceptance();
        if (acceptance != null) {
            item.append("- accepted: ")
                    .append(Markdown.text(Words.acceptance(acceptance)))
                    .append("\n");
        }
        Witness witness = change.witness();
        if (witness != null) {
            item.append("\n").append(Markdown.difference(Words.line(witness.before()), Words.line(witness.after())));
        }
        return item.append("\n").toString();
    }

    private static String place(Entry entry) {
        Location location = entry.location();
        return location + (location.pointer().isEmpty() ? "" : " at " + location.pointer());
    }
}
