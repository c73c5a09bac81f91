package dev.whittle.codegen.report;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.JavaChange;
import dev.whittle.codegen.diff.Judgement;
import dev.whittle.codegen.diff.TouchedElement;
import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.json.PlainJson;
import dev.whittle.codegen.problem.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A report as JSON, with everything that is known; {@code docs/check-report.schema.json} describes it. */
final class JsonReport {
    private static final int VERSION = 1;

    private JsonReport() {}

    static String write(CheckReport report) {
        List<Entry> entries = Entry.all(report);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put("generator", report.generator());
        json.put("baseline", report.baseline());
        json.put("passes", report.passes());
        json.put("summary", summary(entries));
        json.put("versionAdvice", or(report.version(), JsonReport::advice));
        json.put("complaints", report.complaints());
        json.put("services", report.services().stream().map(JsonReport::service).toList());
        return PlainJson.print(WellFormed.copy(json));
    }

    private static Map<String, Object> summary(List<Entry> entries) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("changes", entries.size());
        for (Standing standing : Standing.values()) {
            summary.put(Words.of(standing), (int) entries.stream()
                    .filter(entry -> entry.reported().standing() == standing)
                    .count());
        }
        for (Measure measure : Measure.all()) {
            Map<String, Object> counts = new LinkedHashMap<>();
            for (Verdict verdict : Verdict.values()) {
                counts.put(Words.of(verdict), measure.count(entries, verdict));
            }
            summary.put(measure.word(), counts);
        }
        return summary;
    }

    private static Map<String, Object> advice(VersionAdvice advice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("before", advice.before());
        json.put("present", advice.present());
        json.put("needed", Words.of(advice.needed()));
        json.put("promised", or(advice.promised(), Words::of));
        json.put("next", advice.next());
        json.put("isEnough", advice.isEnough());
        json.put("isRequired", advice.isRequired());
        return json;
    }

    private static Map<String, Object> service(CheckedService service) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", service.name());
        json.put("package", service.packageName());
        json.put("before", service.before());
        json.put("after", service.after());
        json.put("changes", service.changes().stream().map(JsonReport::change).toList());
        return json;
    }

    private static Map<String, Object> change(ReportedChange reported) {
        ApiChange change = reported.change();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", change.code().code());
        json.put("kind", change.code().name());
        json.put("message", change.message());
        json.put("place", change.place());
        json.put("before", place(reported.before(), change.before()));
        json.put("after", place(reported.after(), change.after()));
        json.put("operations", change.operations());
        json.put("direction", or(change.direction(), Words::of));
        json.put("source", judgement(change.source()));
        json.put("binary", judgement(change.binary()));
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("oldClient", judgement(change.wire().oldClient()));
        wire.put("newClient", judgement(change.wire().newClient()));
        json.put("wire", wire);
        json.put("witness", or(change.witness(), witness -> {
            Map<String, Object> example = new LinkedHashMap<>();
            example.put("before", witness.before());
            example.put("after", witness.after());
            return example;
        }));
        json.put("elements", change.elements().stream().map(JsonReport::element).toList());
        json.put(
                "touches",
                change.touches().stream().map(TouchedElement::element).toList());
        json.put("standing", Words.of(reported.standing()));
        json.put("acceptance", or(reported.acceptance(), JsonReport::acceptance));
        json.put(
                "usedBy",
                or(
                        reported.usedBy(),
                        sites -> sites.stream().map(JsonReport::callSite).toList()));
        return json;
    }

    /** A place whose file is not known has only its pointer. */
    private static @Nullable Map<String, Object> place(@Nullable Location location, @Nullable String pointer) {
        if (location == null && pointer == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", location == null ? null : location.file());
        json.put("line", location == null ? 0 : location.line());
        json.put("column", location == null ? 0 : location.column());
        json.put("pointer", location == null ? pointer : location.pointer());
        return json;
    }

    private static Map<String, Object> judgement(Judgement judgement) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("verdict", Words.of(judgement.verdict()));
        json.put("reason", judgement.reason());
        return json;
    }

    private static Map<String, Object> element(JavaChange element) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", element.kind().name());
        json.put("type", element.type());
        json.put("member", element.member());
        json.put("element", element.element());
        json.put("before", element.before());
        json.put("after", element.after());
        json.put("source", judgement(element.source()));
        json.put("binary", judgement(element.binary()));
        return json;
    }

    private static Map<String, Object> acceptance(Acceptance acceptance) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("service", acceptance.service());
        json.put("code", acceptance.code());
        json.put("place", acceptance.place());
        json.put("change", acceptance.change());
        json.put("reason", acceptance.reason());
        json.put("date", acceptance.date().toString());
        json.put("expires", or(acceptance.expires(), Object::toString));
        return json;
    }

    private static Map<String, Object> callSite(CallSite site) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("class", site.className());
        json.put("method", site.method());
        json.put("file", site.file());
        json.put("line", site.line());
        json.put("element", site.element());
        return json;
    }

    private static <T> @Nullable Object or(@Nullable T value, Function<T, ? extends Object> form) {
        return value == null ? null : form.apply(value);
    }
}
