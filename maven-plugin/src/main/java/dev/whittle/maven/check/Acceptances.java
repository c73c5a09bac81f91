package dev.whittle.maven.check;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.report.Acceptance;
import dev.whittle.codegen.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accepted changes, and which of them are in use. */
final class Acceptances {
    private final List<Acceptance> all;
    private final LocalDate today;
    private final Set<Acceptance> inUse = new LinkedHashSet<>();
    private final Set<Acceptance> expired = new LinkedHashSet<>();

    Acceptances(List<Acceptance> all, LocalDate today) {
        this.all = all;
        this.today = today;
    }

    /** The entry by which a change that fails the build is accepted, {@code null} if there is none. */
    @Nullable
    Acceptance of(String service, ApiChange change) {
        for (Acceptance each : all) {
            if (each.service().equals(service)
                    && each.code().equals(change.code().code())
                    && each.place().equals(change.place())
                    && each.change().equals(change.message())) {
                if (each.expires() == null || !today.isAfter(each.expires())) {
                    inUse.add(each);
                    return each;
                }
                expired.add(each);
            }
        }
        return null;
    }

    static Standing standing(boolean isRefused, @Nullable Acceptance acceptance) {
        return !isRefused ? Standing.PASSES : acceptance == null ? Standing.FAILS : Standing.ACCEPTED;
    }

    /** What is wrong with entries, once all changes were looked up. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (Acceptance each : all) {
            if (expired.contains(each)) {
                complaints.add(name(each) + " expired on " + each.expires() + ": the change fails the build again");
            } else if (!inUse.contains(each)) {
                complaints.add(
                        name(each) + " is stale: the baseline and the present model do not differ in this way, or"
                                + " the change no longer fails the build; remove the entry");
            }
        }
        return complaints;
    }

    /** The entries by which changes are accepted. */
    List<Acceptance> inUse() {
        return all.stream().filter(inUse::contains).toList();
    }

    /** How many entries accept nothing. */
    int stale() {
        return all.size() - inUse.size();
    }

    private static String name(Acceptance acceptance) {
        String place = acceptance.place().isEmpty() ? acceptance.service() : acceptance.place();
        return acceptance.code() + " of " + place + " (" + acceptance.change() + ")";
    }
}
