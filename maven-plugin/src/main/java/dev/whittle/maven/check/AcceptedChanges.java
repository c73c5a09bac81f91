package dev.whittle.maven.check;

import dev.whittle.codegen.json.ModelUnreadableException;
import dev.whittle.codegen.json.PlainJson;
import dev.whittle.codegen.json.PlainObject;
import dev.whittle.codegen.report.Acceptance;
import dev.whittle.maven.request.MisconfigurationException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file with accepted changes. */
final class AcceptedChanges {
    private static final Set<String> FIELDS =
            Set.of("service", "package", "code", "place", "change", "reason", "date", "expires");
    private static final Comparator<Acceptance> ORDER = Comparator.comparing(Acceptance::service)
            .thenComparing(Acceptance::packageName, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Acceptance::code)
            .thenComparing(Acceptance::place)
            .thenComparing(Acceptance::change);

    private AcceptedChanges() {}

    /**
     * Reads the file.
     *
     * @param name the file as the user knows it
     * @return its entries, none if there is no file
     * @throws MisconfigurationException if the file cannot be read, or is not of the format
     */
    static List<Acceptance> read(UserFile file, String name) throws IOException {
        if (!file.exists()) {
            return List.of();
        }
        try {
            PlainObject root = PlainObject.read(name, file.read());
            root.allowOnly(Set.of("acceptedChanges"));
            List<Acceptance> accepted = new ArrayList<>();
            for (PlainObject entry : root.objects("acceptedChanges")) {
                entry.allowOnly(FIELDS);
                accepted.add(new Acceptance(
                        entry.text("service"),
                        entry.optionalText("package"),
                        entry.text("code"),
                        entry.text("place"),
                        entry.text("change"),
                        reason(entry),
                        date(entry, "date", entry.text("date")),
                        expires(entry)));
            }
            return accepted;
        } catch (ModelUnreadableException e) {
            throw new MisconfigurationException(e.text());
        }
    }

    /** The text of a file with these entries, sorted. */
    static String print(List<Acceptance> accepted) {
        List<Map<String, String>> entries = new ArrayList<>();
        for (Acceptance each : accepted.stream().sorted(ORDER).toList()) {
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("service", each.service());
            if (each.packageName() != null) {
                entry.put("package", each.packageName());
            }
            entry.put("code", each.code());
            entry.put("place", each.place());
            entry.put("change", each.change());
            entry.put("reason", each.reason());
            entry.put("date", each.date().toString());
            if (each.expires() != null) {
                entry.put("expires", each.expires().toString());
            }
            entries.add(entry);
        }
        return PlainJson.print(Map.of("acceptedChanges", entries));
    }

    private static String reason(PlainObject entry) {
        String reason = entry.text("reason").strip();
        if (reason.isEmpty()) {
            throw entry.wrong("reason", "is empty");
        }
        return reason;
    }

    private static @Nullable LocalDate expires(PlainObject entry) {
        String expires = entry.optionalText("expires");
        return expires == null ? null : date(entry, "expires", expires);
    }

    private static LocalDate date(PlainObject entry, String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw entry.wrong(field, "is not a date such as 2026-12-31");
        }
    }
}
