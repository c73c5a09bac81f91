package dev.whittle.codegen.diff;

import dev.whittle.codegen.model.Extra;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Compares the clients of two models.
 *
 * <p>What the emitters make of both models decides whether code still compiles and links. Both models decide what each
 * difference is called, and whether messages are still understood.
 */
public final class ApiDiff {
    private static final Comparator<ApiChange> ORDER = Comparator.comparing(
                    (ApiChange change) -> change.code().code())
            .thenComparing(ApiChange::place)
            .thenComparing(ApiChange::message);

    private ApiDiff() {}

    /** What changes for users of a client that is generated without extras. */
    public static List<ApiChange> compare(ClientModel before, ClientModel after) {
        return compare(before, after, Set.of());
    }

    /**
     * What changes for users of a client, sorted by code and place. Both clients should be named in the same package.
     *
     * @param extras what is generated besides the client
     */
    public static List<ApiChange> compare(ClientModel before, ClientModel after, Set<Extra> extras) {
        Claims claims = new Claims(SurfaceDiff.of(Surface.of(before, extras), Surface.of(after, extras)));
        Comparison comparison = new Comparison(before, after, claims);
        ServiceChanges service = new ServiceChanges(comparison);
        service.findRenamed();
        service.find();
        new OperationChanges(comparison).find();
        new PageChanges(comparison).compareWaiters();
        new TypeChanges(comparison).find();
        return comparison.changes().stream().sorted(ORDER).toList();
    }
}
