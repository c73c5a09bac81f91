package dev.whittle.maven.request;

import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of the goal that compares, and collects what is wrong with them. */
public final class CheckParameters {
    private static final List<String> LIMITS = List.of("breaking", "risky", "never");

    private final List<String> faults = new ArrayList<>();

    /** Without faults yet. */
    public CheckParameters() {}

    /**
     * What to compare with.
     *
     * @param entry the entry in an artifact
     * @param base the folder from which paths count
     * @return {@code null} after a fault
     */
    public @Nullable BaselineOrigin baseline(String text, @Nullable String entry, Path lockFile, Path base) {
        try {
            return BaselineOrigin.parse(text, Texts.given(entry), lockFile, base);
        } catch (MisconfigurationException e) {
            faults.add(e.getMessage());
            return null;
        }
    }

    /** From which verdict on a change fails the build, {@code null} for never. */
    public @Nullable Verdict limit(String parameter, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (!LIMITS.contains(wanted)) {
            faults.add(parameter + " '" + text + "' is none of " + String.join(", ", LIMITS));
        }
        return switch (wanted) {
            case "breaking" -> Verdict.BREAKING;
            case "risky" -> Verdict.RISKY;
            default -> null;
        };
    }

    /**
     * The last day on which what is accepted now is accepted.
     *
     * @param accept the reason to accept it
     * @return {@code null} for no end, and after a fault
     */
    public @Nullable LocalDate acceptUntil(@Nullable String text, @Nullable String accept, LocalDate today) {
        String given = Texts.given(text);
        if (given == null) {
            return null;
        }
        if (Texts.given(accept) == null) {
            faults.add("acceptUntil '" + given + "' has no effect without accept: add -Dwhittle.accept=\"<reason>\"");
        }
        try {
            LocalDate until = LocalDate.parse(given);
            if (until.isBefore(today)) {
                faults.add("acceptUntil '" + given + "' is in the past: name the last day on which the changes are"
                        + " accepted, today or later");
            }
            return until;
        } catch (DateTimeParseException e) {
            faults.add("acceptUntil '" + given + "' is not a date such as 2026-12-31");
            return null;
        }
    }

    /** A version that begins with a number, {@code null} if there is none. */
    public @Nullable String version(String parameter, @Nullable String text) {
        String given = Texts.given(text);
        if (given != null && !given.matches("\\d.*")) {
            faults.add(parameter + " '" + given + "' is not a version such as 1.4.0");
        }
        return given;
    }

    /** Files that must exist. */
    public List<Path> existing(String parameter, List<Path> files) {
        for (Path file : files) {
            if (!Files.exists(file)) {
                faults.add(parameter + ": there is no " + file);
            }
        }
        return files;
    }

    /** The formats of reports. */
    public Set<ReportFormat> reports(List<@Nullable String> names) {
        Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
        for (String name : names) {
            String given = Texts.given(name);
            if (given != null) {
                try {
                    formats.add(ReportFormat.valueOf(given.toUpperCase(Locale.ROOT)));
                } catch (IllegalArgumentException e) {
                    faults.add("reports: '" + given + "' is none of html, json, sarif, markdown, text and github");
                }
            }
        }
        return formats;
    }

    /**
     * Ends the reading.
     *
     * @throws MisconfigurationException naming every fault, if there is one
     */
    public void finish() {
        if (!faults.isEmpty()) {
            throw new MisconfigurationException(faults);
        }
    }
}
