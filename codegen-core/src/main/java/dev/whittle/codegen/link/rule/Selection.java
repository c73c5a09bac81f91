package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a model that is wanted: what no wanted operation reaches is not looked at, so that a fault elsewhere in a
 * model is in nobody's way.
 *
 * @param model the model
 * @param operations the wanted operations
 * @param shapes the shapes that they reach, as far as references lead anywhere
 */
public record Selection(ParsedModel model, List<ParsedOperation> operations, Collection<ParsedShape> shapes) {
    public Selection {
        operations = List.copyOf(operations);
        shapes = List.copyOf(shapes);
    }

    /** The shape of that name, {@code null} if there is none. */
    @Nullable
    ParsedShape shape(String name) {
        return model.shapes().get(name);
    }

    /** The kind of the shape of that name, {@link Kind#UNKNOWN} if there is none. */
    Kind kind(String name) {
        ParsedShape shape = shape(name);
        return shape == null ? Kind.UNKNOWN : shape.kind();
    }

    /** The structures that are the input of an operation, each once. */
    Collection<ParsedShape> inputs() {
        Map<String, ParsedShape> inputs = new LinkedHashMap<>();
        for (ParsedOperation operation : operations) {
            addStructure(inputs, model.shape(operation.input()));
        }
        return inputs.values();
    }

    /** The structures that are a response, be it an output or an error, each once. */
    Collection<ParsedShape> responses() {
        Map<String, ParsedShape> responses = new LinkedHashMap<>();
        for (ParsedOperation operation : operations) {
            addStructure(responses, model.shape(operation.output()));
            operation.errors().forEach(error -> addStructure(responses, model.shape(error)));
        }
        return responses.values();
    }

    /** The structures whose members are bound to parts of an HTTP message, each once. */
    Collection<ParsedShape> messages() {
        Map<String, ParsedShape> messages = new LinkedHashMap<>();
        inputs().forEach(input -> addStructure(messages, input));
        responses().forEach(response -> addStructure(messages, response));
        return messages.values();
    }

    private static void addStructure(Map<String, ParsedShape> structures, @Nullable ParsedShape shape) {
        if (shape != null && shape.kind() == Kind.STRUCTURE) {
            structures.put(shape.name(), shape);
        }
    }
}
