package dev.whittle.codegen.report;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.JavaChange;
import dev.whittle.codegen.diff.Judgement;
import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.diff.Witness;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.report.Entry.Group;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a change into a page. */
final class HtmlEntry {
    private static final int MOST_ELEMENTS = 20;
    private static final int MOST_SITES = 50;

    private final Html page;
    private final boolean hasManyServices;

    HtmlEntry(Html page, boolean hasManyServices) {
        this.page = page;
        this.hasManyServices = hasManyServices;
    }

    /**
     * {@code <details class="change breaking" id="API403-Shop$price" data-…>}. The id is inside, because browsers open the
     * details around the target of a link.
     */
    void write(Entry entry) {
        ApiChange change = entry.change();
        page.raw("<details class=\"change " + Words.of(change.worst()) + "\"");
        page.attribute("data-service", Words.line(entry.service().name()));
        page.attribute("data-code", change.code().code());
        page.attribute(
                "data-operations", change.operations().stream().map(Words::line).collect(Collectors.joining("\n")));
        for (Measure measure : Measure.all()) {
            page.attribute("data-" + measure.word(), HtmlReport.verdict(measure, change));
        }
        page.raw(entry.isUsed() ? " data-used=\"yes\"" : "");
        page.raw(entry.group() == Group.FAILING ? " open>\n" : ">\n");
        page.raw("<summary>");
        page.element("span", "class=\"level\"", Words.of(change.worst()));
        page.raw("<h3>").element("code", "", change.code().code()).raw(" ");
        page.text(Words.sentence(change)).raw("</h3>");
        if (entry.isUsed()) {
            page.element("span", "class=\"used\"", "used " + entry.callSites().size() + "×");
        }
        page.raw("</summary>\n<div class=\"body\"").attribute("id", entry.id()).raw(">\n");
        page.raw("<p class=\"meaning\">").text(Words.capitalized(change.code().meaning()) + ". ");
        page.raw("<a").attribute("href", "#" + encode(entry.id())).raw(">Link to this change</a></p>\n");
        acceptance(entry.reported().acceptance());
        verdicts(change);
        page.raw("<div class=\"pair\">\n");
        side(entry, true);
        side(entry, false);
        page.raw("</div>\n");
        facts(entry);
        callSites(entry);
        page.raw("</div>\n</details>\n");
    }

    private void acceptance(@Nullable Acceptance acceptance) {
        if (acceptance != null) {
            page.raw("<p class=\"accepted\"><strong>Accepted:</strong> ");
            page.text(Words.acceptance(acceptance)).raw("</p>\n");
        }
    }

    private void verdicts(ApiChange change) {
        page.raw("<ul class=\"verdicts\">\n");
        verdict("Source", change.source());
        verdict("Binary", change.binary());
        if (change.wire().oldClient().equals(change.wire().newClient())) {
            verdict("Wire", change.wire().oldClient());
        } else {
            verdict("Wire: old client with new service", change.wire().oldClient());
            verdict("Wire: new client with old service", change.wire().newClient());
        }
        page.raw("</ul>\n");
    }

    private void verdict(String about, Judgement judgement) {
        String verdict = Words.of(judgement.verdict());
        page.raw("<li class=\"" + verdict + "\">");
        page.element("span", "class=\"about\"", about).raw(" ");
        page.element("span", "class=\"level\"", verdict);
        if (judgement.verdict() != Verdict.COMPATIBLE) {
            page.raw(" ").element("span", "class=\"reason\"", Words.line(judgement.reason()));
        }
        page.raw("</li>\n");
    }

    private void side(Entry entry, boolean isBefore) {
        ApiChange change = entry.change();
        page.raw("<section class=\"" + (isBefore ? "before" : "now") + "\">");
        page.element("h4", "", isBefore ? "Before" : "Now").raw("\n<dl>\n");
        model(isBefore ? entry.reported().before() : entry.reported().after());
        declarations(change, isBefore ? JavaChange::before : JavaChange::after);
        Witness witness = change.witness();
        String example = witness == null ? "" : isBefore ? witness.before() : witness.after();
        if (!example.isEmpty()) {
            page.raw(isBefore ? "<dt>Example</dt><dd>" : "<dt>Instead</dt><dd>")
                    .element("code", "", Words.line(example))
                    .raw("</dd>\n");
        }
        page.raw("</dl></section>\n");
    }

    private void model(@Nullable Location location) {
        page.raw("<dt>Model</dt><dd>");
        if (location == null) {
            page.element("span", "class=\"missing\"", "not in the model");
        } else {
            page.element("code", "", Words.line(location.toString()));
            if (!location.pointer().isEmpty()) {
                page.raw("<br>").element("code", "class=\"pointer\"", Words.line(location.pointer()));
            }
        }
        page.raw("</dd>\n");
    }

    private void declarations(ApiChange change, Function<JavaChange, @Nullable String> declaration) {
        List<String> all = change.elements().stream()
                .map(declaration)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (change.elements().isEmpty()) {
            return;
        }
        page.raw("<dt>Java</dt><dd>");
        if (all.isEmpty()) {
            page.element("span", "class=\"missing\"", "no such elements");
        }
        page.raw(all.isEmpty() ? "" : "<ul class=\"code\">");
        all.stream()
                .limit(MOST_ELEMENTS)
                .forEach(each ->
                        page.raw("<li>").element("code", "", Words.line(each)).raw("</li>"));
        if (all.size() > MOST_ELEMENTS) {
            page.raw("<li>and " + (all.size() - MOST_ELEMENTS) + " more</li>");
        }
        page.raw(all.isEmpty() ? "</dd>\n" : "</ul></dd>\n");
    }

    private void facts(Entry entry) {
        ApiChange change = entry.change();
        page.raw("<dl class=\"facts\">\n");
        if (hasManyServices) {
            fact("Service", Words.line(entry.service().name()));
        }
        if (!change.operations().isEmpty()) {
            fact("Operations", change.operations().stream().map(Words::line).collect(Collectors.joining(", ")));
        }
        if (change.direction() != null) {
            fact(
                    "Values are",
                    switch (change.direction()) {
                        case SENT -> "sent to the service";
                        case RECEIVED -> "received from the service";
                        case BOTH -> "sent and received";
                    });
        }
        page.raw("</dl>\n");
    }

    private void fact(String name, String value) {
        page.raw("<div>").element("dt", "", name).element("dd", "", value).raw("</div>\n");
    }

    private void callSites(Entry entry) {
        if (entry.isUnused()) {
            page.element("p", "class=\"unused\"", Words.capitalized(Words.UNUSED) + ".")
                    .raw("\n");
            return;
        }
        List<CallSite> sites = entry.callSites();
        if (sites.isEmpty()) {
            return;
        }
        page.raw("<h4>Used by</h4>\n<ul class=\"sites\">\n");
        sites.stream().limit(MOST_SITES).forEach(site -> {
            page.raw("<li>").element("code", "", Words.line(site.toString()));
            page.raw(" uses ").element("code", "", Words.line(site.element())).raw("</li>\n");
        });
        if (sites.size() > MOST_SITES) {
            page.raw("<li>and " + (sites.size() - MOST_SITES) + " more</li>\n");
        }
        page.raw("</ul>\n");
    }

    /** An id as the fragment of a link. */
    private static String encode(String id) {
        StringBuilder encoded = new StringBuilder(id.length() + 8);
        for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (isPlain || "-._~!$'()*+,;=:@/?".indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
