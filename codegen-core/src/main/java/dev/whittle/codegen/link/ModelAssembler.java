package dev.whittle.codegen.link;

import dev.whittle.codegen.link.DedicatedShapes.Dedicated;
import dev.whittle.codegen.link.rule.GlobalEndpointRule;
import dev.whittle.codegen.link.rule.Selection;
import dev.whittle.codegen.model.EndpointRules;
import dev.whittle.codegen.model.Example;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ServiceTraits;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.XmlTraits;
import dev.whittle.codegen.parsed.ParsedChecksum;
import dev.whittle.codegen.parsed.ParsedExample;
import dev.whittle.codegen.parsed.ParsedHttp;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedService;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds the linked model out of a selection that keeps every rule. */
final class ModelAssembler {
    private final Selection selection;
    private final DedicatedShapes dedicated;
    private final ShapeAssembler assembler;
    private final SortedMap<ShapeId, Shape> shapes = new TreeMap<>();

    private ModelAssembler(Selection selection, DedicatedShapes dedicated) {
        this.selection = selection;
        this.dedicated = dedicated;
        this.assembler = new ShapeAssembler(selection.model());
    }

    static ServiceModel assemble(Selection selection, DedicatedShapes dedicated, @Nullable EndpointRules endpoints) {
        return new ModelAssembler(selection, dedicated).assemble(endpoints);
    }

    private ServiceModel assemble(@Nullable EndpointRules endpoints) {
        // What is made up comes first, so that a shape that is called so takes its place, and the clash of names shows.
        for (ParsedShape shape : selection.shapes()) {
            if (ShapeAssembler.isError(shape) && dedicated.isOfMember(shape)) {
                put(assembler.errorValue(shape));
            }
        }
        for (ParsedShape shape : selection.shapes()) {
            boolean kept = ShapeAssembler.isError(shape)
                    ? dedicated.isListedError(shape)
                    : dedicated.isOfMember(shape) || dedicated.isListedError(shape);
            if (kept) {
                put(assembler.shape(shape));
            }
        }
        dedicated.inputs().forEach(input -> put(structure(input, Shape.Role.INPUT)));
        dedicated.outputs().forEach(output -> put(structure(output, Shape.Role.OUTPUT)));
        return new ServiceModel(service(), operations(), shapes, endpoints, Map.of(), List.of());
    }

    private void put(Shape shape) {
        shapes.put(shape.id(), shape);
    }

    private Shape structure(Dedicated dedicated, Shape.Role role) {
        ShapeId id = new ShapeId(dedicated.name());
        return dedicated.source() == null
                ? new Shape.StructureShape(
                        id, "", dedicated.pointer(), "", false, List.of(), role, null, null, null, XmlTraits.NONE)
                : assembler.structure(id, dedicated.source(), role, dedicated.xml());
    }

    private ServiceTraits service() {
        ParsedService service = selection.model().service();
        String serviceId = Objects.requireNonNull(service.serviceId());
        String endpointPrefix = orElse(
                service.endpointPrefix(), serviceId.toLowerCase(Locale.ROOT).replace(' ', '-'));
        ParsedService.Pointers pointers = service.pointers();
        return new ServiceTraits(
                service.pointers().service(),
                new ServiceTraits.Pointers(
                        pointers.service(),
                        pointers.serviceId(),
                        pointers.fullName(),
                        pointers.apiVersion(),
                        pointers.endpointPrefix(),
                        pointers.signingName()),
                serviceId,
                orElse(service.fullName(), serviceId),
                orElse(service.apiVersion(), ""),
                endpointPrefix,
                orElse(service.signingName(), endpointPrefix),
                service.protocols(),
                service.targetPrefix(),
                service.awsQueryCompatible(),
                ShapeAssembler.namespace(service.xmlNamespace()),
                service.aws(),
                service.aws() ? null : GlobalEndpointRule.url(service),
                List.of(),
                service.documentation());
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < selection.operations().size(); i++) {
            String input = dedicated.inputs().get(i).name();
            String output = dedicated.outputs().get(i).name();
            operations.add(operation(selection.operations().get(i), new ShapeId(input), new ShapeId(output)));
        }
        operations.sort(Comparator.comparing(Operation::name));
        return operations;
    }

    private static Operation operation(ParsedOperation operation, ShapeId input, ShapeId output) {
        // Formats of the same model list them in different orders.
        SortedSet<ShapeId> errors = new TreeSet<>();
        operation.errors().forEach(error -> errors.add(new ShapeId(error.shape())));
        return new Operation(
                operation.name(),
                operation.wireName(),
                operation.pointer(),
                operation.documentation(),
                http(operation.http()),
                input,
                operation.input() != null,
                output,
                operation.resultWrapper(),
                operation.unwrappedOutput(),
                List.copyOf(errors),
                operation.readOnly(),
                operation.readOnly() || operation.idempotent(),
                new Operation.Auth(operation.auth().schemes(), operation.auth().unsignedPayload()),
                checksum(operation.checksum()),
                operation.gzip(),
                operation.deprecated(),
                text(operation.hostPrefix()),
                examples(operation, errors));
    }

    /** An error that the operation does not have has no class. */
    private static List<Example> examples(ParsedOperation operation, Set<ShapeId> errors) {
        List<Example> examples = new ArrayList<>();
        for (ParsedExample example : operation.examples()) {
            ShapeId error = example.error() == null ? null : new ShapeId(example.error());
            if (error == null || errors.contains(error)) {
                examples.add(new Example(
                        example.title(), example.documentation(), example.input(), example.response(), error));
            }
        }
        return examples;
    }

    /** A trait without its parts has been reported. */
    private static Operation.@Nullable HttpTrait http(@Nullable ParsedHttp http) {
        ParsedText method = http == null ? null : http.method();
        ParsedText uri = http == null ? null : http.uri();
        return http == null || method == null || uri == null
                ? null
                : new Operation.HttpTrait(
                        method.text(),
                        uri.text(),
                        http.status(),
                        new Operation.HttpTrait.Pointers(method.pointer(), uri.pointer(), http.statusPointer()));
    }

    private static @Nullable String text(@Nullable ParsedText text) {
        return text == null ? null : text.text();
    }

    private static Operation.@Nullable Checksum checksum(@Nullable ParsedChecksum checksum) {
        return checksum == null
                ? null
                : new Operation.Checksum(
                        text(checksum.requestAlgorithmMember()),
                        checksum.requestRequired(),
                        checksum.legacy(),
                        text(checksum.validationModeMember()),
                        checksum.responseAlgorithms());
    }
}
