package dev.whittle.codegen.smithy;

import dev.whittle.codegen.parsed.ParsedExample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.traits.ExamplesTrait;
import software.amazon.smithy.model.traits.ExamplesTrait.ErrorExample;
import software.amazon.smithy.model.traits.ExamplesTrait.Example;

/** Reads the examples of an operation. */
final class ExampleReader {
    private ExampleReader() {}

    static List<ParsedExample> read(OperationShape operation, ShapeNames names) {
        ExamplesTrait trait = Traits.get(operation, ExamplesTrait.class);
        if (trait == null) {
            return List.of();
        }
        List<ParsedExample> examples = new ArrayList<>();
        for (Example example : trait.getExamples()) {
            ErrorExample error = example.getError().orElse(null);
            Node output = example.getOutput().map(Node.class::cast).orElse(null);
            examples.add(new ParsedExample(
                    example.getTitle(),
                    example.getDocumentation().map(Documentation::html).orElse(""),
                    map(example.getInput()),
                    error == null ? (output == null ? null : value(output)) : value(error.getContent()),
                    error == null ? null : names.of(error.getShapeId())));
        }
        return examples;
    }

    private static @Nullable Object value(Node node) {
        return switch (node.getType()) {
            case STRING -> node.expectStringNode().getValue();
            case NUMBER -> node.expectNumberNode().getValue();
            case BOOLEAN -> node.expectBooleanNode().getValue();
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                node.expectArrayNode().getElements().forEach(element -> list.add(value(element)));
                yield list;
            }
            case OBJECT -> map(node);
            case NULL -> null;
        };
    }

    private static Map<String, @Nullable Object> map(Node node) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        node.expectObjectNode().getMembers().forEach((key, value) -> map.put(key.getValue(), value(value)));
        return map;
    }
}
