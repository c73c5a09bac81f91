package dev.whittle.codegen.diff;

import dev.whittle.codegen.model.Extra;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

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
        return compare(before, extras, after, extras);
    }

    /**
     * The same for clients with different extras.
     *
     * @param extrasBefore what was generated besides the client
     * @param extrasAfter what is generated besides the client now
     */
    public static List<ApiChange> compare(
            ClientModel before, Set<Extra> extrasBefore, ClientModel after, Set<Extra> extrasAfter) {
        Claims claims = new Claims(Surface.changes(before, extrasBefore, after, extrasAfter));
        Comparison comparison = new Comparison(before, after, claims);
        ServiceChanges service = new ServiceChanges(comparison);
        service.findRenamed();
        service.find();
        new OperationChanges(comparison).find();
        new PageChanges(comparison).compareWaiters();
        new TypeChanges(comparison).find();
        return comparison.changes().stream().sorted(ORDER).toList();
    }

    /** What it means that a client is generated which was not there before. */
    public static ApiChange added(ClientModel client, Set<Extra> extras) {
        return new Finding(
                        ChangeCode.SERVICE_ADDED,
                        "",
                        "the client " + client.names().client().canonicalName() + " is added")
                .at(null, client.model().service().pointer())
                .elements(SurfaceDiff.of(new TreeMap<>(), Surface.of(client, extras)))
                .build();
    }

    /** What it means that a client is no longer generated. */
    public static ApiChange removed(ClientModel client, Set<Extra> extras) {
        String name = client.names().client().canonicalName();
        return new Finding(ChangeCode.SERVICE_REMOVED, "", "the client " + name + " is removed")
                .at(client.model().service().pointer(), null)
                .elements(SurfaceDiff.of(Surface.of(client, extras), new TreeMap<>()))
                .witness("import " + name + ";", "")
                .build();
    }
}
