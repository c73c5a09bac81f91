package dev.whittle.codegen;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.ApiDiff;
import dev.whittle.codegen.diff.ClientModel;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.names.Names;
import dev.whittle.codegen.protocol.wire.WireModel;
import java.util.List;
import java.util.Set;

/**
 * A service from which a client can be generated: every reference resolved, every rule kept, everything named and bound
 * to the wire.
 *
 * @param model its model, without what the wanted operations do not reach
 * @param names the Java name of everything in it
 * @param wire where everything travels
 * @param leftOut operations that were left out because they are not supported yet
 */
public record LinkedService(ServiceModel model, Names names, WireModel wire, List<String> leftOut) {
    public LinkedService {
        leftOut = List.copyOf(leftOut);
    }

    /** The same service with its client in another package. */
    public LinkedService inPackage(String packageName) {
        return new LinkedService(model, names.inPackage(packageName), wire, leftOut);
    }

    /**
     * What changes for users of the client if it is generated from another service instead.
     *
     * @param extras what is generated besides the client
     */
    public List<ApiChange> changesTo(LinkedService after, Set<Extra> extras) {
        return ApiDiff.compare(side(), after.side(), extras);
    }

    /**
     * The same for clients with different extras.
     *
     * @param extrasBefore what was generated besides the client
     * @param extrasAfter what is generated besides the client now
     */
    public List<ApiChange> changesTo(Set<Extra> extrasBefore, LinkedService after, Set<Extra> extrasAfter) {
        return ApiDiff.compare(side(), extrasBefore, after.side(), extrasAfter);
    }

    /** What it means that the client is generated and was not before. */
    public ApiChange added(Set<Extra> extras) {
        return ApiDiff.added(side(), extras);
    }

    /** What it means that the client is no longer generated. */
    public ApiChange removed(Set<Extra> extras) {
        return ApiDiff.removed(side(), extras);
    }

    private ClientModel side() {
        return new ClientModel(model, wire, names);
    }
}
