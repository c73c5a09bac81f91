package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /** The kind of the shape of that name, {@link ParsedShape.Kind#UNKNOWN} if there is none. */
    ParsedShape.Kind kind(String name) {
        ParsedShape shape = shape(name);
        return shape == null ? ParsedShape.Kind.UNKNOWN : shape.kind();
    }

    /** The structures that are the input of an operation, each once. */
    Set<ParsedShape> inputs() {
        Set<ParsedShape> inputs = new LinkedHashSet<>();
        for (ParsedOperation operation : operations) {
            addStructure(inputs, model.shape(operation.input()));
        }
        return inputs;
    }

    /** The structures that are an answer, be it an output or an error, each once. */
    Set<ParsedShape> answers() {
        Set<ParsedShape> answers = new LinkedHashSet<>();
        for (ParsedOperation operation : operations) {
            addStructure(answers, model.shape(operation.output()));
            operation.errors().forEach(error -> addStructure(answers, model.shape(error)));
        }
        return answers;
    }

    /** The structures whose members are bound to parts of an HTTP message, each once. */
    List<ParsedShape> messages() {
        Set<ParsedShape> messages = inputs();
        messages.addAll(answers());
        return new ArrayList<>(messages);
    }

    private static void addStructure(Set<ParsedShape> structures, @Nullable ParsedShape shape) {
        if (shape != null && shape.kind() == ParsedShape.Kind.STRUCTURE) {
            structures.add(shape);
        }
    }
}
