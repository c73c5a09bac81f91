package dev.whittle.maven.check;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.ChangeCode;
import dev.whittle.codegen.report.Acceptance;
import dev.whittle.codegen.report.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accepted changes, and which of them are in use. Entries for clients of other executions are not judged. */
final class Acceptances {
    private static final Set<String> CODES =
            Stream.of(ChangeCode.values()).map(ChangeCode::code).collect(Collectors.toUnmodifiableSet());

    private final List<Acceptance> all;
    private final Set<Client> clients;
    private final LocalDate today;
    private final Set<Acceptance> inUse = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Acceptance> expired = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * The entries of a file.
     *
     * @param clients the clients that are compared
     */
    Acceptances(List<Acceptance> all, Set<Client> clients, LocalDate today) {
        this.all = all;
        this.clients = clients;
        this.today = today;
    }

    /**
     * A client that is compared.
     *
     * @param service the id of its service
     * @param packageName its package
     */
    record Client(String service, String packageName) {
        boolean isMeantBy(Acceptance entry) {
            return entry.service().equals(service)
                    && (entry.packageName() == null || entry.packageName().equals(packageName));
        }
    }

    /** The entry by which a change that fails the build is accepted, {@code null} if there is none. */
    @Nullable
    Acceptance of(Client client, ApiChange change) {
        for (Acceptance each : all) {
            if (client.isMeantBy(each)
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
            if (!isKept(each)) {
                complaints.add(name(each) + " " + fault(each));
            }
        }
        return complaints;
    }

    private String fault(Acceptance entry) {
        if (!CODES.contains(entry.code())) {
            return "accepts nothing, because there is no such code; correct or remove the entry";
        }
        if (inUse.stream().anyMatch(other -> isSameChange(entry, other))) {
            return "is listed several times; remove the entry with the reason \"" + entry.reason() + "\"";
        }
        if (expired.contains(entry)) {
            return "expired on " + entry.expires() + ": the change fails the build again";
        }
        return "is stale: the baseline and the present model do not differ in this way, or the change no longer fails"
                + " the build; remove the entry";
    }

    private static boolean isSameChange(Acceptance one, Acceptance other) {
        return one.service().equals(other.service())
                && (one.packageName() == null
                        || other.packageName() == null
                        || one.packageName().equals(other.packageName()))
                && one.code().equals(other.code())
                && one.place().equals(other.place())
                && one.change().equals(other.change());
    }

    /** The entries that accept changes, and those for clients of other executions. */
    List<Acceptance> kept() {
        return all.stream().filter(this::isKept).toList();
    }

    /** How many entries accept nothing. */
    int stale() {
        return all.size() - kept().size();
    }

    private boolean isKept(Acceptance entry) {
        boolean isOfOthers = clients.stream().noneMatch(client -> client.isMeantBy(entry));
        return inUse.contains(entry) || (isOfOthers && CODES.contains(entry.code()));
    }

    private static String name(Acceptance acceptance) {
        String place = acceptance.place().isEmpty() ? acceptance.service() : acceptance.place();
        return acceptance.code() + " of " + place + " (" + acceptance.change() + ")";
    }
}
