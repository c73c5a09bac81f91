package dev.whittle.codegen.report;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.report.Entry.Group;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A report as a page that loads nothing. It has one style sheet and one script; its policy allows only these two, so that no
 * text of a model could run. The page shows everything without its script, which only filters.
 */
final class HtmlReport {
    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");

    private final CheckReport report;
    private final List<Entry> entries;
    private final Html page = new Html();

    private HtmlReport(CheckReport report) {
        this.report = report;
        this.entries = Entry.all(report);
    }

    static String write(CheckReport report) {
        HtmlReport html = new HtmlReport(report);
        html.head();
        html.summary();
        if (!html.entries.isEmpty()) {
            html.filters();
        }
        html.changes();
        html.page
                .raw("</main>\n<footer>Whittle ")
                .text(Words.line(report.generator()))
                .raw("</footer>\n");
        html.page.raw("<script>" + SCRIPT + "</script>\n</body>\n</html>\n");
        return html.page.toString();
    }

    private void head() {
        String policy = "default-src 'none'; style-src " + hash(STYLE) + "; script-src " + hash(SCRIPT)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
        page.raw("<link rel=\"icon\" href=\"data:,\">\n");
        page.element("title", "", Words.capitalized(Words.summary(entries))).raw("\n");
        page.raw("<style>" + STYLE + "</style>\n</head>\n<body>\n");
        page.raw("<a class=\"skip\" href=\"#changes\">Skip to the changes</a>\n");
    }

    private void summary() {
        page.raw("<header class=\"" + (report.passes() ? "passes" : "fails") + "\">\n");
        page.element("p", "class=\"verdict\"", report.passes() ? "Passes" : "Fails");
        page.element("h1", "", Words.capitalized(Words.summary(entries)));
        page.raw("<p>Compared with ")
                .element("code", "", Words.line(report.baseline()))
                .raw(".</p>\n");
        VersionAdvice advice = report.version();
        if (advice != null) {
            page.element(
                    "p",
                    "class=\"advice " + (advice.isEnough() ? "enough" : "low") + "\"",
                    Words.capitalized(Words.advice(advice)) + ".");
        }
        if (!report.complaints().isEmpty()) {
            page.raw("<h2>Accepted changes to review</h2>\n<ul class=\"complaints\">\n");
            report.complaints()
                    .forEach(complaint ->
                            page.element("li", "", Words.line(complaint)).raw("\n"));
            page.raw("</ul>\n");
        }
        if (!entries.isEmpty()) {
            counts();
        }
        page.raw("</header>\n<main id=\"changes\">\n");
    }

    private void counts() {
        page.raw("<table class=\"counts\">\n<caption>Changes by verdict</caption>\n<thead><tr><td></td>");
        for (Verdict verdict : worstFirst()) {
            page.element("th", "scope=\"col\"", Words.capitalized(Words.of(verdict)));
        }
        page.raw("</tr></thead>\n<tbody>\n");
        for (Measure measure : Measure.all()) {
            page.raw("<tr>").raw("<th scope=\"row\">" + Words.capitalized(measure.word()));
            page.element("small", "", measure.meaning()).raw("</th>");
            for (Verdict verdict : worstFirst()) {
                int count = measure.count(entries, verdict);
                page.element("td", count == 0 ? "class=\"none\"" : "class=\"" + Words.of(verdict) + "\"", "" + count);
            }
            page.raw("</tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
    }

    private static List<Verdict> worstFirst() {
        return List.of(Verdict.BREAKING, Verdict.RISKY, Verdict.COMPATIBLE);
    }

    /** The script shows the form, which does nothing without it. */
    private void filters() {
        page.raw("<form id=\"filters\" role=\"search\" aria-label=\"Filter the changes\" hidden>\n");
        page.raw("<label class=\"wide\">Text <input type=\"search\" name=\"text\" autocomplete=\"off\"></label>\n");
        page.raw("<label>Verdict <select name=\"level\"><option value=\"\">any</option>");
        for (Verdict verdict : worstFirst()) {
            page.raw("<option>" + Words.of(verdict) + "</option>");
        }
        page.raw("</select></label>\n<label>For <select name=\"kind\"><option value=\"\">anything</option>");
        Measure.all().forEach(measure -> page.raw("<option>" + measure.word() + "</option>"));
        page.raw("</select></label>\n");
        TreeSet<String> codes = new TreeSet<>();
        TreeSet<String> operations = new TreeSet<>();
        entries.forEach(entry -> {
            codes.add(entry.change().code().code());
            entry.change().operations().forEach(each -> operations.add(Words.line(each)));
        });
        select("Code", "code", List.copyOf(codes));
        select("Operation", "operation", List.copyOf(operations));
        List<String> services = report.services().stream()
                .map(service -> Words.line(service.name()))
                .distinct()
                .toList();
        select("Service", "service", services.size() > 1 ? services : List.of());
        if (entries.stream().anyMatch(entry -> entry.reported().usedBy() != null)) {
            page.raw("<label class=\"check\"><input type=\"checkbox\" name=\"used\" value=\"yes\">");
            page.raw(" Only what this project's code uses</label>\n");
        }
        page.raw("<button type=\"reset\">Show all</button>\n");
        page.raw("<output id=\"shown\" role=\"status\"></output>\n</form>\n");
    }

    private void select(String label, String name, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        page.raw("<label>" + label + " <select name=\"" + name + "\"><option value=\"\">any</option>");
        values.forEach(value -> page.element("option", "", value));
        page.raw("</select></label>\n");
    }

    private void changes() {
        HtmlEntry writer = new HtmlEntry(page, report.services().size() > 1);
        for (Group group : Group.values()) {
            List<Entry> all = Entry.in(group, entries);
            if (!all.isEmpty()) {
                page.raw("<section class=\"group\">\n<h2>").text(group.title());
                page.raw(" <span class=\"count\">" + all.size() + "</span></h2>\n");
                all.forEach(writer::write);
                page.raw("</section>\n");
            }
        }
        page.raw("<p id=\"nothing\" hidden>No change matches the filters.</p>\n");
    }

    /** The verdict of a change for one measure, as filters read it. */
    static String verdict(Measure measure, ApiChange change) {
        return Words.of(measure.of(change));
    }

    /** With line feeds only, as the parser of a browser sees it, whatever the build made of it. */
    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }
}
