package dev.whittle.codegen.report;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.ChangeCode;
import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.diff.Witness;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.report.Entry.Group;
import dev.whittle.codegen.report.ReportLine.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report in the form of a compiler's messages, short enough for the log of a build. */
final class TextReport {
    private static final String INDENT = "\n        ";
    private static final int MOST_FAILING = 100;
    private static final int MOST_PASSING = 20;
    private static final int MOST_NAMES = 5;

    private final List<Entry> entries;
    private final List<ReportLine> lines = new ArrayList<>();

    private TextReport(CheckReport report) {
        this.entries = Entry.all(report);
        show(Group.FAILING, Level.ERROR, MOST_FAILING);
        show(Group.ACCEPTED, Level.INFO, MOST_PASSING);
        showPassing();
        report.complaints().forEach(complaint -> add(Level.WARNING, "accepted changes: " + Words.line(complaint)));
        summarize(report);
    }

    static List<ReportLine> lines(CheckReport report) {
        return List.copyOf(new TextReport(report).lines);
    }

    static String write(CheckReport report) {
        return lines(report).stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    private void show(Group group, Level level, int most) {
        List<Entry> all = Entry.in(group, entries);
        all.stream().limit(most).forEach(entry -> add(level, text(entry)));
        sumUp(level, all.stream().skip(most).toList());
    }

    /** Additions are only counted, unless there is nothing else to read. */
    private void showPassing() {
        List<Entry> passing = entries.stream()
                .filter(entry -> entry.group() == Group.RISKY || entry.group() == Group.COMPATIBLE)
                .toList();
        boolean isAll = passing.size() == entries.size() && passing.stream().noneMatch(Entry::isWarned);
        List<Entry> shown = passing.stream()
                .filter(entry -> entry.isWarned() || (isAll && !isNote(entry)))
                .limit(MOST_PASSING)
                .toList();
        shown.forEach(entry -> add(level(entry), entry.isWarned() ? text(entry) : brief(entry)));
        List<Entry> rest =
                passing.stream().filter(each -> !shown.contains(each)).toList();
        sumUp(Level.WARNING, rest.stream().filter(Entry::isWarned).toList());
        sumUp(Level.INFO, rest.stream().filter(entry -> !entry.isWarned()).toList());
    }

    /** What matters to readers of documentation only. */
    private static boolean isNote(Entry entry) {
        return entry.change().code().code().startsWith("API9");
    }

    private static Level level(Entry entry) {
        return entry.isWarned() ? Level.WARNING : Level.INFO;
    }

    /** One line for each kind of change. */
    private void sumUp(Level level, List<Entry> rest) {
        Map<ChangeCode, List<String>> byCode = new EnumMap<>(ChangeCode.class);
        rest.forEach(entry -> byCode.computeIfAbsent(entry.change().code(), code -> new ArrayList<>())
                .add(entry.change().place()));
        byCode.forEach((code, places) -> {
            List<String> named = places.stream()
                    .filter(place -> !place.isEmpty())
                    .map(Quote::shortened)
                    .toList();
            add(
                    level,
                    Words.count(places.size(), "change") + " " + code.code() + ", " + code.meaning()
                            + (named.isEmpty() ? "" : ": " + Words.list(named, MOST_NAMES)));
        });
    }

    /** What changed, and where. */
    private static String brief(Entry entry) {
        ApiChange change = entry.change();
        Location location = entry.location();
        StringBuilder text = new StringBuilder(200);
        text.append(Words.line(location.toString()))
                .append(' ')
                .append(change.code().code())
                .append(' ')
                .append(Words.verdicts(change))
                .append(": ")
                .append(Words.headline(change));
        if (!location.pointer().isEmpty()) {
            text.append(" at ").append(Words.line(location.pointer()));
        }
        return text.toString();
    }

    private static String text(Entry entry) {
        ApiChange change = entry.change();
        StringBuilder text = new StringBuilder(400).append(brief(entry));
        Words.reasons(change)
                .forEach((about, reason) ->
                        text.append(INDENT).append(about).append(": ").append(reason));
        Witness witness = change.witness();
        if (witness != null) {
            text.append(INDENT).append("before: ").append(Words.line(witness.before()));
            if (!witness.after().isEmpty()) {
                text.append(INDENT).append("instead: ").append(Words.line(witness.after()));
            }
        }
        if (!change.operations().isEmpty() && !change.operations().equals(List.of(change.place()))) {
            text.append(INDENT).append("operations: ").append(Words.list(change.operations(), MOST_NAMES));
        }
        if (entry.isUsed()) {
            List<String> sites = entry.callSites().stream()
                    .map(CallSite::toString)
                    .distinct()
                    .toList();
            text.append(INDENT).append("used by: ").append(Words.list(sites, MOST_NAMES));
        } else if (entry.isUnused()) {
            text.append(INDENT).append(Words.UNUSED);
        }
        Acceptance acceptance = entry.reported().acceptance();
        if (acceptance != null) {
            text.append(INDENT).append("accepted: ").append(Words.acceptance(acceptance));
        }
        return text.toString();
    }

    private void summarize(CheckReport report) {
        StringBuilder text = new StringBuilder(200);
        text.append(Words.summary(entries))
                .append(" (compared with ")
                .append(Words.line(report.baseline()))
                .append(')');
        String verdicts = Measure.all().stream()
                .map(this::counts)
                .filter(counts -> !counts.isEmpty())
                .collect(Collectors.joining("; "));
        if (!verdicts.isEmpty()) {
            text.append(INDENT).append(verdicts);
        }
        add(report.passes() ? Level.INFO : Level.ERROR, text.toString());
        VersionAdvice advice = report.version();
        if (advice != null) {
            Level low = advice.isRequired() ? Level.ERROR : Level.WARNING;
            add(advice.isEnough() ? Level.INFO : low, Words.advice(advice));
        }
    }

    /** {@code source: 2 breaking, 1 risky}, empty without either. */
    private String counts(Measure measure) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : new Verdict[] {Verdict.BREAKING, Verdict.RISKY}) {
            int count = measure.count(entries, verdict);
            if (count > 0) {
                counts.add(count + " " + Words.of(verdict));
            }
        }
        return counts.isEmpty() ? "" : measure.word() + ": " + String.join(", ", counts);
    }

    /** Some systems for builds look for commands that begin with these characters anywhere in a line of a log. */
    private void add(Level level, String text) {
        lines.add(new ReportLine(level, text.replaceAll("#(?=#)", "# ")));
    }
}
