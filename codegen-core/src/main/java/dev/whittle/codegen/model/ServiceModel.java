package dev.whittle.codegen.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A linked service model: every reference resolves, every rule holds, and nothing is in it that the wanted operations
 * do not reach.
 *
 * @param service what is said of the service as a whole
 * @param operations the operations, sorted by name
 * @param shapes the shapes, sorted by name
 * @param endpoints the rules for its endpoints, {@code null} where they have the standard names
 * @param paginations how operations come in pages, by the names of the operations
 * @param waiters what can be waited for, sorted by name
 */
public record ServiceModel(
        ServiceTraits service,
        List<Operation> operations,
        SortedMap<ShapeId, Shape> shapes,
        @Nullable EndpointRules endpoints,
        Map<String, Pagination> paginations,
        List<Waiter> waiters) {
    public ServiceModel {
        operations = List.copyOf(operations);
        shapes = Collections.unmodifiableSortedMap(new Shapes(shapes));
        paginations = Map.copyOf(paginations);
        waiters = List.copyOf(waiters);
    }

    /**
     * The shape of that name.
     *
     * @throws IllegalArgumentException if there is none: linking guarantees that there is one for every reference
     */
    public Shape shape(ShapeId id) {
        Shape shape = shapes.get(id);
        if (shape == null) {
            throw new IllegalArgumentException("no shape " + id);
        }
        return shape;
    }

    /** Sorted by name, and found by hash: all that reads a model asks for shapes all the time. */
    private static final class Shapes extends TreeMap<ShapeId, Shape> {
        private static final long serialVersionUID = 1L;

        private final transient Map<ShapeId, Shape> byId;

        Shapes(SortedMap<ShapeId, Shape> sorted) {
            super(sorted);
            byId = new HashMap<>(sorted);
        }

        @Override
        public @Nullable Shape get(@Nullable Object id) {
            return byId.get(id);
        }
    }

    /** The same model with other words for the service, and other shapes. */
    public ServiceModel with(ServiceTraits otherService, SortedMap<ShapeId, Shape> otherShapes) {
        return new ServiceModel(otherService, operations, otherShapes, endpoints, paginations, waiters);
    }

    /** The same model with what is known of pages. */
    public ServiceModel withPaginations(Map<String, Pagination> known) {
        return new ServiceModel(service, operations, shapes, endpoints, known, waiters);
    }

    /** The same model with what can be waited for. */
    public ServiceModel withWaiters(List<Waiter> known) {
        return new ServiceModel(service, operations, shapes, endpoints, paginations, known);
    }

    /** The same model with other rules for endpoints. */
    public ServiceModel withEndpoints(@Nullable EndpointRules other) {
        return new ServiceModel(service, operations, shapes, other, paginations, waiters);
    }

    /** The same model with another endpoint that clients call by default. */
    public ServiceModel withDefaultEndpoint(String url) {
        return new ServiceModel(service.withDefaultEndpoint(url), operations, shapes, endpoints, paginations, waiters);
    }

    /**
     * Whether a client cannot be built unless it is given an endpoint: there are neither rules nor a default endpoint, and
     * no host name may be made up for a service that is not one of AWS.
     */
    public boolean needsEndpoint() {
        return endpoints == null && !service.aws() && service.defaultEndpoint() == null;
    }

    /** Whether clients that are given no endpoint have none without a region. */
    public boolean needsRegion() {
        return endpoints == null ? service.aws() && service.defaultEndpoint() == null : endpoints.needsRegion();
    }

    /** How an operation comes in pages, {@code null} if it does not. */
    public @Nullable Pagination pagination(Operation operation) {
        return paginations.get(operation.name());
    }

    /** The members of an operation's input by which the service recognises a request that comes twice. */
    public List<Member> idempotencyTokens(Operation operation) {
        return structure(operation.input()).members().stream()
                .filter(Member::idempotencyToken)
                .toList();
    }

    /** The errors, sorted by name. */
    public List<Shape.StructureShape> errors() {
        return shapes.values().stream()
                .filter(Shape.StructureShape.class::isInstance)
                .map(Shape.StructureShape.class::cast)
                .filter(structure -> structure.role() == Shape.Role.ERROR)
                .toList();
    }

    /** The member of an input or output that is a stream, {@code null} if there is none. */
    public @Nullable Member stream(ShapeId message) {
        for (Member member : structure(message).members()) {
            if (member.isStream()) {
                return member;
            }
        }
        return null;
    }

    /** The unions that are streams of events, sorted by name. */
    public List<Shape.UnionShape> eventStreams() {
        return shapes.values().stream()
                .filter(Shape.UnionShape.class::isInstance)
                .map(Shape.UnionShape.class::cast)
                .filter(union -> union.eventStream() != null)
                .toList();
    }

    /** A structure of that name, for the inputs, outputs and errors of operations. */
    public Shape.StructureShape structure(ShapeId id) {
        return (Shape.StructureShape) shape(id);
    }
}
