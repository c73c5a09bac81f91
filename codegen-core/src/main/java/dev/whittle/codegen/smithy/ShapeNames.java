package dev.whittle.codegen.smithy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;

/**
 * The names that shapes have in a service. Within a service names are unique but for simple shapes and lists, of which the
 * second one gets a name that is made of its whole id.
 */
final class ShapeNames {
    private final ServiceShape service;
    private final Map<ShapeId, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    ShapeNames(ServiceShape service) {
        this.service = service;
    }

    /** The name of a shape, the same for each call. */
    String of(ShapeId id) {
        String known = names.get(id);
        if (known != null) {
            return known;
        }
        String contextual = service.getContextualName(id);
        String name = taken.add(contextual) ? contextual : whole(id);
        taken.add(name);
        names.put(id, name);
        return name;
    }

    private static String whole(ShapeId id) {
        return id.toString().replace('.', '_').replace('#', '_');
    }
}
