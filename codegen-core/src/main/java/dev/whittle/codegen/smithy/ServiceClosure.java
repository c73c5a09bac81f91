package dev.whittle.codegen.smithy;

import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedPagination;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedWaiter;
import dev.whittle.codegen.problem.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.smithy.aws.traits.ServiceTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.UnitTypeTrait;

/** Reads a service with all that it contains: the operations of its resources too, and every shape that these reach. */
final class ServiceClosure {
    private final Model model;
    private final ServiceShape service;
    private final Problems problems;
    private final ShapeNames names;
    private final Set<ShapeId> reached = new LinkedHashSet<>();
    private final Deque<ShapeId> open = new ArrayDeque<>();

    ServiceClosure(Model model, ServiceShape service, Problems problems) {
        this.model = model;
        this.service = service;
        this.problems = problems;
        this.names = new ShapeNames(service);
    }

    ParsedModel read() {
        AuthReader auth = new AuthReader(model, service);
        OperationReader reader = new OperationReader(service, names, auth);
        List<ParsedOperation> operations = new ArrayList<>();
        List<ParsedPagination> paginations = new ArrayList<>();
        List<ParsedWaiter> waiters = new ArrayList<>();
        for (OperationShape operation : TopDownIndex.of(model).getContainedOperations(service)) {
            ParsedOperation parsed = reader.read(operation);
            operations.add(parsed);
            ParsedPagination pagination = PaginatorReader.read(operation, parsed.name(), service);
            if (pagination != null) {
                paginations.add(pagination);
            }
            waiters.addAll(WaiterReader.read(operation, parsed.name(), problems));
            reach(operation.getInputShape());
            reach(operation.getOutputShape());
            operation.getErrors(service).forEach(this::reach);
        }
        return new ParsedModel(
                ServiceReader.read(model, service, auth),
                Pointers.of(service),
                operations,
                shapes(),
                EndpointRulesReader.read(service, problems),
                paginations,
                waiters,
                ContextParameterReader.ofClient(service));
    }

    private void reach(ShapeId shape) {
        if (reached.add(shape)) {
            open.add(shape);
        }
    }

    private Map<String, ParsedShape> shapes() {
        ShapeReader reader =
                new ShapeReader(names, new MemberReader(model, names, service.hasTrait(ServiceTrait.class)));
        // The empty input and output of operations is no shape unless a member has it.
        open.remove(UnitTypeTrait.UNIT);
        reached.remove(UnitTypeTrait.UNIT);
        Map<String, ParsedShape> shapes = new LinkedHashMap<>();
        while (!open.isEmpty()) {
            Shape shape = model.expectShape(open.remove());
            for (MemberShape member : shape.members()) {
                if (!shape.isEnumShape() && !shape.isIntEnumShape()) {
                    reach(member.getTarget());
                }
            }
            ParsedShape parsed = reader.read(shape);
            shapes.put(parsed.name(), parsed);
        }
        return shapes;
    }
}
