package dev.whittle.codegen.report;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.Judgement;
import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all reports for people say in the same words. Their texts are in one line, whatever a model holds. */
final class Words {
    static final String OLD_CLIENT = "old client, new service";
    static final String NEW_CLIENT = "new client, old service";
    static final String UNUSED = "no code of this project uses it";

    private static final int LONGEST = 300;

    private Words() {}

    /** The text in one line, shortened to what a reader bears. */
    static String line(String text) {
        return Quote.oneLine(cut(text, LONGEST));
    }

    /** At most so many characters, without half of a pair at the end. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean halves = Character.isHighSurrogate(text.charAt(longest - 2));
        return text.substring(0, longest - (halves ? 2 : 1)) + "…";
    }

    /** What changed, with its place in front unless the message names it. */
    static String headline(ApiChange change) {
        String message = change.message();
        boolean isNamed = Stream.of(change.place().split("[$.]", -1)).allMatch(message::contains);
        return line(isNamed ? message : change.place() + ": " + message);
    }

    /** The same as the beginning of a sentence, but for names. */
    static String sentence(ApiChange change) {
        String headline = headline(change);
        boolean isName = !change.place().isEmpty() && headline.startsWith(line(change.place()));
        return isName ? headline : capitalized(headline);
    }

    /** {@code breaking (source, binary), risky (wire)}, or {@code compatible}. */
    static String verdicts(ApiChange change) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : new Verdict[] {Verdict.BREAKING, Verdict.RISKY}) {
            List<String> kinds = new ArrayList<>();
            Measure.all().stream()
                    .filter(measure -> measure.of(change) == verdict)
                    .forEach(measure -> kinds.add(measure.word()));
            if (!kinds.isEmpty()) {
                parts.add(of(verdict) + " (" + String.join(", ", kinds) + ")");
            }
        }
        return parts.isEmpty() ? of(Verdict.COMPATIBLE) : String.join(", ", parts);
    }

    /** The verdict in lower case. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The reasons of the verdicts, each once, by what they are about: {@code source, binary}. */
    static Map<String, String> reasons(ApiChange change) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        add(byReason, Measure.SOURCE.word(), change.source());
        add(byReason, Measure.BINARY.word(), change.binary());
        if (change.wire().oldClient().reason().equals(change.wire().newClient().reason())) {
            add(byReason, Measure.WIRE.word(), change.wire().oldClient());
        } else {
            add(byReason, OLD_CLIENT, change.wire().oldClient());
            add(byReason, NEW_CLIENT, change.wire().newClient());
        }
        Map<String, String> reasons = new LinkedHashMap<>();
        byReason.forEach((reason, about) -> reasons.put(String.join(", ", about), line(reason)));
        return reasons;
    }

    private static void add(Map<String, List<String>> byReason, String about, Judgement judgement) {
        if (!judgement.reason().isEmpty()) {
            byReason.computeIfAbsent(judgement.reason(), each -> new ArrayList<>())
                    .add(about);
        }
    }

    /** {@code a, b, c and 3 more}. */
    static String list(List<String> names, int most) {
        String text = names.stream().limit(most).map(Words::line).collect(Collectors.joining(", "));
        return names.size() <= most ? text : text + " and " + (names.size() - most) + " more";
    }

    /** {@code 1 change}, {@code 2 changes}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code a field becomes …} as a heading. */
    static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code 3 changes fail, 1 is accepted, 12 pass}. */
    static String summary(List<Entry> entries) {
        if (entries.isEmpty()) {
            return "nothing changes for users of the client";
        }
        int failing = Entry.in(Entry.Group.FAILING, entries).size();
        int accepted = Entry.in(Entry.Group.ACCEPTED, entries).size();
        int passing = entries.size() - failing - accepted;
        List<String> parts = new ArrayList<>();
        if (failing > 0) {
            parts.add(failing + (failing == 1 ? " fails" : " fail") + " the build");
        }
        if (accepted > 0) {
            parts.add(accepted + (accepted == 1 ? " is accepted" : " are accepted"));
        }
        if (passing > 0) {
            parts.add(passing + (passing == 1 ? " passes" : " pass"));
        }
        return count(entries.size(), "change") + ": " + String.join(", ", parts);
    }

    /** What the changes mean for the version. */
    static String advice(VersionAdvice advice) {
        String need = "the changes since " + line(advice.before()) + " need a " + of(advice.needed()) + " version";
        return advice.isEnough()
                ? "version " + line(advice.present()) + " is high enough: " + need
                : "version " + line(advice.present()) + " is too low: " + need + ", " + line(advice.next())
                        + " or higher";
    }

    /** Why a change is accepted, and until when. */
    static String acceptance(Acceptance acceptance) {
        String reason = acceptance.reason().isEmpty() ? "without a reason" : line(acceptance.reason());
        return reason + " (" + acceptance.date()
                + (acceptance.expires() == null ? "" : ", until " + acceptance.expires()) + ")";
    }
}
