package dev.whittle.codegen.diff;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which operations reach each shape, and in which direction its values travel. */
final class Reach {
    private final ServiceModel model;
    private final Map<ShapeId, SortedSet<String>> operations = new HashMap<>();
    private final Map<ShapeId, Direction> directions = new HashMap<>();

    Reach(ServiceModel model) {
        this.model = model;
        for (Operation operation : model.operations()) {
            walk(operation, operation.input(), Direction.SENT);
            walk(operation, operation.output(), Direction.RECEIVED);
            operation.errors().forEach(error -> walk(operation, error, Direction.RECEIVED));
        }
    }

    /** The names of the operations. */
    SortedSet<String> operations(ShapeId shape) {
        return operations.getOrDefault(shape, new TreeSet<>());
    }

    @Nullable
    Direction direction(ShapeId shape) {
        return directions.get(shape);
    }

    private void walk(Operation operation, ShapeId root, Direction direction) {
        Set<ShapeId> seen = new HashSet<>(Set.of(root));
        Deque<ShapeId> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            ShapeId id = open.remove();
            operations.computeIfAbsent(id, any -> new TreeSet<>()).add(operation.name());
            directions.merge(id, direction, Direction::and);
            parts(model.shape(id)).map(Member::target).filter(seen::add).forEach(open::add);
        }
    }

    private static Stream<Member> parts(Shape shape) {
        if (shape instanceof StructureShape structure) {
            return structure.members().stream();
        }
        if (shape instanceof UnionShape union) {
            List<Member> errors = union.eventStream() == null
                    ? List.of()
                    : union.eventStream().errors();
            return Stream.concat(union.members().stream(), errors.stream());
        }
        if (shape instanceof ListShape list) {
            return Stream.of(list.member());
        }
        return shape instanceof MapShape map ? Stream.of(map.key(), map.value()) : Stream.of();
    }
}
