package dev.whittle.codegen.report;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.ChangeCode;
import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change at its place in a report.
 *
 * @param service the service that it belongs to
 * @param reported the change
 * @param group where reports show it
 * @param id tells it from the other changes of the report, such as {@code API403-Shop$price}; it has no spaces
 */
record Entry(CheckedService service, ReportedChange reported, Group group, String id) {
    private static final int LONGEST_ID = 100;

    /** What most needs a reader's attention is first; equals stay in their order. */
    private static final Comparator<Entry> ORDER = Comparator.comparing((Entry entry) -> entry.group())
            .thenComparing(Entry::isUsed, Comparator.reverseOrder())
            .thenComparing(entry -> entry.change().worst(), Comparator.reverseOrder());

    /** The parts of a report, in their order. */
    enum Group {
        FAILING("Failing"),
        ACCEPTED("Accepted"),
        RISKY("Passing, but some code or messages may break"),
        COMPATIBLE("Compatible");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** All changes of a report in the order in which people should read them. */
    static List<Entry> all(CheckReport report) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> ids = new HashMap<>();
        for (CheckedService service : report.services()) {
            for (ReportedChange reported : service.changes()) {
                entries.add(new Entry(service, reported, group(reported), id(reported.change(), ids)));
            }
        }
        entries.sort(ORDER);
        return entries;
    }

    /** Those of one group. */
    static List<Entry> in(Group group, List<Entry> entries) {
        return entries.stream().filter(entry -> entry.group() == group).toList();
    }

    private static Group group(ReportedChange reported) {
        return switch (reported.standing()) {
            case FAILS -> Group.FAILING;
            case ACCEPTED -> Group.ACCEPTED;
            case PASSES -> reported.change().worst() == Verdict.COMPATIBLE ? Group.COMPATIBLE : Group.RISKY;
        };
    }

    private static String id(ApiChange change, Map<String, Integer> ids) {
        String place = Quote.oneLine(change.place());
        String name = change.code().code() + (place.isEmpty() ? "" : "-" + place.replaceAll("\\s", "_"));
        String id = Words.cut(name, LONGEST_ID);
        int count = ids.merge(id, 1, Integer::sum);
        return count == 1 ? id : id + "~" + count;
    }

    ApiChange change() {
        return reported.change();
    }

    /** Whether code of the project meets the change. */
    boolean isUsed() {
        List<CallSite> usedBy = reported.usedBy();
        return usedBy != null && !usedBy.isEmpty();
    }

    /** Whether code was examined, could meet the change, and does not. */
    boolean isUnused() {
        List<CallSite> usedBy = reported.usedBy();
        return usedBy != null && usedBy.isEmpty() && !change().touches().isEmpty();
    }

    /** The call sites, none if no code was examined. */
    List<CallSite> callSites() {
        List<CallSite> usedBy = reported.usedBy();
        return usedBy == null ? List.of() : usedBy;
    }

    /** Whether it passes but code or messages may break; that an old client meets something new is no reason to warn. */
    boolean isWarned() {
        boolean isAddition = change().source().isCompatible()
                && change().binary().isCompatible()
                && (change().before() == null || change().code() == ChangeCode.ENUM_VALUE_ADDED);
        return group == Group.RISKY && !(isAddition && change().worst() == Verdict.RISKY);
    }

    /** Where it is, or else the model that it was in. */
    Location location() {
        Location location = reported.location();
        return location == null ? Location.ofFile(model()) : location;
    }

    /** Where the present files show it: of something removed, only the model as a whole. */
    Location presentLocation() {
        Location after = reported.after();
        String model = service.after();
        return after != null ? after : model != null ? Location.ofFile(model) : location();
    }

    private String model() {
        @Nullable String model = service.after() != null ? service.after() : service.before();
        return model == null ? service.name() : model;
    }
}
