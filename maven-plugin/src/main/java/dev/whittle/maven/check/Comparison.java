package dev.whittle.maven.check;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.LoadedModel;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.ChangeCode;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.maven.generation.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Compares each service of a baseline with the present one. */
final class Comparison {
    private final Baseline baseline;
    private final List<ServiceRequest> present;
    private final Set<Extra> extras;
    private final List<Problem> problemsBefore = new ArrayList<>();
    private final List<Problem> problemsNow = new ArrayList<>();

    /**
     * A comparison.
     *
     * @param present the present services
     * @param extras what is generated besides the clients
     */
    Comparison(Baseline baseline, List<ServiceRequest> present, Set<Extra> extras) {
        this.baseline = baseline;
        this.present = present;
        this.extras = extras;
    }

    /**
     * A pair of services with what changed.
     *
     * @param name the id of the service
     * @param packageName the package of the client, of the baseline if there is none now
     * @param before the model of the baseline, {@code null} if it is new
     * @param after the present model, {@code null} if it is gone
     * @param packages the packages of the client, before and after
     * @param changes what changed
     */
    record Pair(
            String name,
            String packageName,
            @Nullable Side before,
            @Nullable Side after,
            Set<String> packages,
            List<ApiChange> changes) {}

    /** A model that was linked. */
    record Side(String model, LoadedModel loaded, boolean hasPlaces) {
        /** Where a pointer leads. */
        Location location(String pointer) {
            // A lock file has the model in another layout: the pointer alone leads there.
            return hasPlaces ? loaded.problems().location(pointer) : new Location(model, 0, 0, pointer);
        }
    }

    private record Loaded(Side side, LinkedService service) {}

    /** Whether nothing that determines a client differs, so that there is nothing to compare. */
    boolean isUnchanged() {
        if (present.size() != baseline.services().size()) {
            return false;
        }
        if (baseline.lock() != null && !baseline.lock().extras().equals(extras)) {
            return false;
        }
        for (int i = 0; i < present.size(); i++) {
            String before = baseline.lock() == null
                    ? Fingerprint.of(baseline.services().get(i), extras)
                    : baseline.lock().fingerprints().get(i);
            if (!before.equals(Fingerprint.of(present.get(i), extras))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Compares, unless a model has an error: see {@link #problemsBefore} and {@link #problemsNow}.
     *
     * @return the present services, then those that are gone; empty after an error
     */
    List<Pair> compare() {
        List<Loaded> then = load(baseline.services(), problemsBefore, baseline.lock() == null);
        List<Loaded> now = load(present, problemsNow, true);
        if (then.size() != baseline.services().size() || now.size() != present.size()) {
            return List.of();
        }
        List<Pair> pairs = new ArrayList<>();
        List<@Nullable Loaded> former = former(now, then);
        for (int i = 0; i < now.size(); i++) {
            pairs.add(pair(former.get(i), now.get(i)));
        }
        then.forEach(gone -> pairs.add(pair(gone, null)));
        return pairs;
    }

    /** What is wrong with the models of the baseline. */
    List<Problem> problemsBefore() {
        return problemsBefore;
    }

    /** What is wrong with the present models. */
    List<Problem> problemsNow() {
        return problemsNow;
    }

    private static List<Loaded> load(List<ServiceRequest> requests, List<Problem> problems, boolean hasPlaces) {
        List<Loaded> loaded = new ArrayList<>();
        for (ServiceRequest request : requests) {
            LoadedModel model = Models.load(request);
            problems.addAll(model.problems().all());
            if (model.service() != null) {
                loaded.add(new Loaded(new Side(request.model().displayName(), model, hasPlaces), model.service()));
            }
        }
        return loaded;
    }

    /**
     * What each service was then, in their order, {@code null} where it is new. What is found is removed from those of then:
     * the only one of both, else those of the same id, of several those in the same package first.
     */
    private static List<@Nullable Loaded> former(List<Loaded> now, List<Loaded> then) {
        List<@Nullable Loaded> former = new ArrayList<>(Collections.nCopies(now.size(), null));
        if (now.size() == 1 && then.size() == 1) {
            former.set(0, then.remove(0));
            return former;
        }
        fill(
                former,
                now,
                then,
                (old, each) -> id(old).equals(id(each)) && packageName(old).equals(packageName(each)));
        fill(former, now, then, (old, each) -> id(old).equals(id(each)));
        return former;
    }

    private static void fill(
            List<@Nullable Loaded> former,
            List<Loaded> now,
            List<Loaded> then,
            BiPredicate<Loaded, Loaded> isSameClient) {
        for (int i = 0; i < now.size(); i++) {
            if (former.get(i) == null) {
                former.set(i, take(then, now.get(i), isSameClient));
            }
        }
    }

    private static @Nullable Loaded take(List<Loaded> then, Loaded now, BiPredicate<Loaded, Loaded> isSameClient) {
        for (int i = 0; i < then.size(); i++) {
            if (isSameClient.test(then.get(i), now)) {
                return then.remove(i);
            }
        }
        return null;
    }

    private static String packageName(Loaded loaded) {
        return loaded.service().names().packageName();
    }

    private static String id(Loaded loaded) {
        return loaded.service().model().service().serviceId();
    }

    private Pair pair(@Nullable Loaded old, @Nullable Loaded now) {
        Loaded any = now == null ? old : now;
        if (any == null) {
            throw new IllegalArgumentException("a pair of nothing");
        }
        return new Pair(
                id(any),
                packageName(any),
                old == null ? null : old.side(),
                now == null ? null : now.side(),
                packages(old, now),
                changes(old, now));
    }

    private static Set<String> packages(@Nullable Loaded... clients) {
        Set<String> packages = new TreeSet<>();
        for (Loaded client : clients) {
            if (client != null) {
                packages.add(packageName(client));
            }
        }
        return packages;
    }

    private List<ApiChange> changes(@Nullable Loaded old, @Nullable Loaded now) {
        if (old == null) {
            return now == null ? List.of() : List.of(now.service().added(extras));
        }
        Set<Extra> extrasThen =
                baseline.lock() == null ? extras : baseline.lock().extras();
        if (now == null) {
            return List.of(old.service().removed(extrasThen));
        }
        List<ApiChange> changes = new ArrayList<>(old.service().changesTo(extrasThen, now.service(), extras));
        if (baseline.lock() != null) {
            // It keeps no documentation.
            changes.removeIf(change -> change.code() == ChangeCode.DOCUMENTATION_CHANGED);
        }
        return changes;
    }
}
