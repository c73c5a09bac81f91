package dev.whittle.codegen.smithy;

import dev.whittle.codegen.json.ModelFile;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.json.PlainJson;
import dev.whittle.codegen.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.neighbor.Walker;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.ModelSerializer;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.transform.ModelTransformer;

/** Takes out of a model what some operations of a service do not need, and all documentation. */
public final class SmithyTrim {
    /** Documentation, tests, and what names operations, resources or other shapes that may not be kept. */
    private static final Set<String> DROPPED = Set.of(
            "aws.api#clientDiscoveredEndpoint",
            "aws.api#clientEndpointDiscovery",
            "aws.api#tagEnabled",
            "aws.api#taggable",
            "smithy.api#documentation",
            "smithy.api#examples",
            "smithy.api#externalDocumentation",
            "smithy.api#idRef",
            "smithy.api#references",
            "smithy.rules#endpointTests");

    private static final List<String> DOCUMENTED = List.of(
            "smithy.api#enum",
            "smithy.rules#clientContextParams",
            "smithy.rules#endpointRuleSet",
            "smithy.waiters#waitable");

    private static final List<String> DEFINITIONS =
            List.of("smithy.api#authDefinition", "smithy.api#protocolDefinition");

    private SmithyTrim() {}

    /**
     * The model as its abstract syntax tree.
     *
     * @param service the service, {@code null} for the only one of the model
     * @param operations the names of the operations to keep
     */
    public static Map<String, Object> model(ModelSource source, @Nullable String service, Set<String> operations) {
        SmithyLocator locator = new SmithyLocator(source.displayName());
        Problems problems = new Problems(locator, new SmithyDialect());
        Model model = new SmithyAssembler(locator, problems).assemble(source);
        ServiceShape chosen = model == null ? null : ServiceChoice.choose(model, service, problems);
        if (model == null || chosen == null) {
            throw new IllegalArgumentException("only models without errors can be trimmed");
        }
        // A service has the operations of its mixins, whatever becomes of its own.
        Model flat = ModelTransformer.create().flattenAndRemoveMixins(model);
        ServiceShape smaller = smaller(flat, flat.expectShape(chosen.getId(), ServiceShape.class), operations);
        Set<ShapeId> kept = kept(ModelTransformer.create().replaceShapes(flat, List.of(smaller)), smaller, source);
        ObjectNode tree = ModelSerializer.builder()
                .shapeFilter(shape -> kept.contains(shape.getId().withoutMember()))
                .traitFilter(trait -> isKept(trait.toShapeId(), kept))
                .metadataFilter("suppressions"::equals)
                .build()
                .serialize(flat.toBuilder().addShape(smaller).build());
        Map<String, Object> read =
                PlainJson.read(source.displayName(), Node.printJson(tree).getBytes(StandardCharsets.UTF_8));
        removePartsOfTraits(read);
        return read;
    }

    /** Traits that are not known mean nothing to a client, unless they are ways to authenticate or protocols. */
    private static boolean isKept(ShapeId trait, Set<ShapeId> kept) {
        return (TraitDefinitions.isKnown(trait) || kept.contains(trait)) && !DROPPED.contains(trait.toString());
    }

    /** Some traits document their parts, and definitions list traits that may not be kept. */
    private static void removePartsOfTraits(Map<String, Object> tree) {
        if (tree.get("shapes") instanceof Map<?, ?> shapes) {
            for (Object shape : shapes.values()) {
                if (shape instanceof Map<?, ?> map && map.get("traits") instanceof Map<?, ?> traits) {
                    DOCUMENTED.forEach(trait -> PlainJson.removeTexts(traits.get(trait), Set.of("documentation")));
                    DEFINITIONS.forEach(trait -> remove(traits.get(trait), "traits"));
                }
            }
        }
    }

    private static void remove(@Nullable Object value, String key) {
        if (value instanceof Map<?, ?> map) {
            map.remove(key);
        }
    }

    /** The service with nothing but the operations; those of its resources become its own. */
    private static ServiceShape smaller(Model model, ServiceShape service, Set<String> operations) {
        ServiceShape.Builder smaller =
                service.toBuilder().clearResources().clearOperations().clearRename();
        for (OperationShape operation : TopDownIndex.of(model).getContainedOperations(service)) {
            if (operations.contains(operation.getId().getName(service))) {
                smaller.addOperation(operation);
            }
        }
        ServiceShape unnamed = smaller.build();
        Set<Shape> reached =
                new Walker(ModelTransformer.create().replaceShapes(model, List.of(unnamed))).walkShapes(unnamed);
        service.getRename().forEach((shape, name) -> {
            if (reached.contains(model.expectShape(shape))) {
                smaller.putRename(shape, name);
            }
        });
        return smaller.build();
    }

    /** What the service reaches, with what the files of the model define for it: ways to authenticate, and protocols. */
    private static Set<ShapeId> kept(Model model, ServiceShape service, ModelSource source) {
        Set<String> files = source.files().stream().map(ModelFile::name).collect(Collectors.toSet());
        Walker walker = new Walker(model);
        Set<Shape> kept = new HashSet<>(walker.walkShapes(service));
        for (Shape reached : List.copyOf(kept)) {
            for (ShapeId trait : reached.getAllTraits().keySet()) {
                model.getShape(trait)
                        .filter(shape -> !TraitDefinitions.isKnown(trait)
                                && files.contains(shape.getSourceLocation().getFilename()))
                        .filter(shape -> DEFINITIONS.stream().anyMatch(shape::hasTrait))
                        .ifPresent(shape -> kept.addAll(walker.walkShapes(shape)));
            }
        }
        return kept.stream().map(Shape::getId).collect(Collectors.toSet());
    }
}
