package dev.whittle.codegen.report;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.ChangeCode;
import dev.whittle.codegen.json.PlainJson;
import dev.whittle.codegen.problem.Location;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** A report as a log of SARIF 2.1.0. */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** The version of how fingerprints are made. */
    private static final String FINGERPRINT = "whittleChange/v1";

    private static final int FINGERPRINT_BYTES = 16;

    private final CheckReport report;
    private final List<Entry> entries;
    private final List<ChangeCode> rules;

    private SarifReport(CheckReport report) {
        this.report = report;
        this.entries = Entry.all(report);
        TreeSet<ChangeCode> used = new TreeSet<>();
        entries.forEach(entry -> used.add(entry.change().code()));
        this.rules = List.copyOf(used);
    }

    static String write(CheckReport report) {
        return PlainJson.print(WellFormed.copy(new SarifReport(report).log()));
    }

    private Map<String, Object> log() {
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run()));
        return log;
    }

    private Map<String, Object> run() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Whittle");
        driver.put("version", report.generator());
        driver.put("informationUri", "https://github.com/whittle-dev/whittle");
        driver.put("rules", rules.stream().map(SarifReport::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("automationDetails", Map.of("id", "whittle-check/"));
        run.put("invocations", List.of(invocation()));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", entries.stream().map(this::result).toList());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("baseline", report.baseline());
        properties.put("passes", report.passes());
        if (report.version() != null) {
            properties.put("versionAdvice", Words.advice(report.version()));
        }
        run.put("properties", properties);
        return run;
    }

    /** Complaints concern the configuration and no model. */
    private Map<String, Object> invocation() {
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", true);
        invocation.put(
                "toolConfigurationNotifications",
                report.complaints().stream()
                        .map(complaint -> {
                            Map<String, Object> notification = new LinkedHashMap<>();
                            notification.put("level", "warning");
                            notification.put("message", message(Words.line(complaint)));
                            return notification;
                        })
                        .toList());
        return invocation;
    }

    private static Map<String, Object> rule(ChangeCode code) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", code.code());
        rule.put("name", pascalCase(code.name()));
        rule.put("shortDescription", Map.of("text", Words.capitalized(code.meaning())));
        rule.put("fullDescription", Map.of("text", Words.capitalized(code.meaning()) + ". " + about(code)));
        rule.put(
                "help",
                Map.of(
                        "text",
                        about(code) + " If the change is not intended, undo it in the model. Otherwise change the code"
                                + " that it breaks, and accept the change with a reason."));
        return rule;
    }

    /** What users should look at, by the kind of change. */
    private static String about(ChangeCode code) {
        return switch (code.code().charAt(3)) {
            case '1' -> "It concerns all code that creates clients of the service.";
            case '2' -> "It concerns code that calls the operation.";
            case '3' -> "It concerns code that names the class.";
            case '4' -> "It concerns code that reads the member or builds objects with it.";
            case '5' -> "It concerns code that creates values of the union or distinguishes its members.";
            case '6' -> "It concerns code that compares with the constants of the enum.";
            default -> "It concerns what people read about the element, or a detail of its class.";
        };
    }

    private static String pascalCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    private Map<String, Object> result(Entry entry) {
        ApiChange change = entry.change();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", change.code().code());
        result.put("ruleIndex", rules.indexOf(change.code()));
        result.put("level", level(entry));
        result.put("message", message(text(change)));
        result.put("locations", List.of(location(entry.presentLocation(), change.place())));
        Location before = entry.reported().before();
        if (before != null) {
            Map<String, Object> related = location(before, change.place());
            related.put("id", 0);
            related.put("message", message("before the change"));
            result.put("relatedLocations", List.of(related));
        }
        result.put("partialFingerprints", Map.of(FINGERPRINT, fingerprint(entry)));
        Acceptance acceptance = entry.reported().acceptance();
        if (acceptance != null) {
            Map<String, Object> suppression = new LinkedHashMap<>();
            suppression.put("kind", "external");
            suppression.put("status", "accepted");
            suppression.put("justification", Words.acceptance(acceptance));
            result.put("suppressions", List.of(suppression));
        }
        result.put("properties", properties(entry));
        return result;
    }

    private static String level(Entry entry) {
        return switch (entry.group()) {
            case FAILING, ACCEPTED -> "error";
            case RISKY -> "warning";
            case COMPATIBLE -> "note";
        };
    }

    private static String text(ApiChange change) {
        StringBuilder text = new StringBuilder(300);
        text.append(Words.sentence(change))
                .append(". It is ")
                .append(Words.verdicts(change))
                .append('.');
        Words.reasons(change)
                .forEach((about, reason) -> text.append(' ')
                        .append(Words.capitalized(about))
                        .append(": ")
                        .append(reason)
                        .append('.'));
        return text.toString();
    }

    private Map<String, Object> location(Location location, String place) {
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", FileUri.of(report.inRepository(location.file())));
        if (FileUri.isRelative(location.file())) {
            artifact.put("uriBaseId", "%SRCROOT%");
        }
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        if (location.line() > 0) {
            Map<String, Object> region = new LinkedHashMap<>();
            region.put("startLine", location.line());
            if (location.column() > 0) {
                region.put("startColumn", location.column());
            }
            physical.put("region", region);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("physicalLocation", physical);
        if (!place.isEmpty()) {
            json.put("logicalLocations", List.of(Map.of("fullyQualifiedName", place)));
        }
        return json;
    }

    private static Map<String, Object> properties(Entry entry) {
        ApiChange change = entry.change();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("service", entry.service().name());
        properties.put("standing", Words.of(entry.reported().standing()));
        properties.put("source", Words.of(change.source().verdict()));
        properties.put("binary", Words.of(change.binary().verdict()));
        properties.put("wireOldClient", Words.of(change.wire().oldClient().verdict()));
        properties.put("wireNewClient", Words.of(change.wire().newClient().verdict()));
        properties.put("operations", change.operations());
        if (change.witness() != null) {
            properties.put("exampleBefore", change.witness().before());
            properties.put("exampleNow", change.witness().after());
        }
        if (entry.reported().usedBy() != null) {
            properties.put(
                    "usedBy", entry.callSites().stream().map(CallSite::toString).toList());
        }
        return properties;
    }

    /** The same for the same change, wherever it is in the file. */
    private static String fingerprint(Entry entry) {
        ApiChange change = entry.change();
        List<String> parts = new ArrayList<>(
                List.of(entry.service().name(), change.code().code(), change.place(), change.message()));
        parts.replaceAll(part -> part.length() + ":" + part);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }

    /**
     * Viewers replace {@code {0}} by an argument, and turn {@code [text](target)} into a link. Only these are escaped: many
     * viewers would show the escapes of other braces and brackets.
     */
    private static Map<String, Object> message(String text) {
        return Map.of("text", text.replaceAll("\\{(\\d+)}", "{{$1}}").replace("](", "] ("));
    }
}
