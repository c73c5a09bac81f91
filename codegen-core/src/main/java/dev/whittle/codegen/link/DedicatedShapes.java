package dev.whittle.codegen.link;

import dev.whittle.codegen.link.rule.Selection;
import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedXml;
import dev.whittle.codegen.parsed.Reference;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives every operation an input and an output of its own, named after it. A structure that serves only as that is
 * renamed, one that is used elsewhere too is copied, and where the model has none an empty one is made.
 */
final class DedicatedShapes {
    /**
     * One input or output.
     *
     * @param name its name
     * @param source the structure that it is made of, {@code null} for an empty one
     * @param pointer where the source is defined, or the operation that has none
     * @param xml what the model says of the root of a body that it is
     */
    record Dedicated(String name, @Nullable ParsedShape source, String pointer, ParsedXml xml) {}

    private final List<Dedicated> inputs = new ArrayList<>();
    private final List<Dedicated> outputs = new ArrayList<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> errors = new HashSet<>();

    private DedicatedShapes() {}

    static DedicatedShapes of(Selection selection, Problems problems) {
        DedicatedShapes shapes = new DedicatedShapes();
        shapes.keepWhatIsUsed(selection);
        for (ParsedOperation operation : selection.operations()) {
            Dedicated input = dedicated(selection, operation, operation.input(), "Request");
            Dedicated output = dedicated(selection, operation, operation.output(), "Response");
            shapes.checkFree(operation, input, "input", problems);
            shapes.checkFree(operation, output, "output", problems);
            shapes.inputs.add(input);
            shapes.outputs.add(output);
        }
        return shapes;
    }

    /** The inputs, in the order of the operations. */
    List<Dedicated> inputs() {
        return inputs;
    }

    /** The outputs, in the order of the operations. */
    List<Dedicated> outputs() {
        return outputs;
    }

    /** Whether a member refers to a shape, so that it stays in the model under its own name. */
    boolean isOfMember(ParsedShape shape) {
        return members.contains(shape.name());
    }

    /** Whether an operation lists a shape as an error, or a stream of events can end with it. */
    boolean isListedError(ParsedShape shape) {
        return errors.contains(shape.name());
    }

    private void keepWhatIsUsed(Selection selection) {
        for (ParsedShape shape : selection.shapes()) {
            for (ParsedMember member : shape.members()) {
                ParsedShape target = selection.model().shapes().get(member.target());
                boolean endsStream = shape.flags().eventStream() && target != null && ShapeAssembler.isError(target);
                (endsStream ? errors : members).add(member.target());
            }
        }
        for (ParsedOperation operation : selection.operations()) {
            operation.errors().forEach(error -> errors.add(error.shape()));
        }
    }

    private static Dedicated dedicated(
            Selection selection, ParsedOperation operation, @Nullable Reference use, String suffix) {
        ParsedShape source = selection.model().shape(use);
        String pointer = source == null ? operation.pointer() : source.pointer();
        return new Dedicated(operation.name() + suffix, source, pointer, xml(use, source));
    }

    /** The operation may say what the root of the body is, and the structure otherwise. */
    private static ParsedXml xml(@Nullable Reference use, @Nullable ParsedShape source) {
        if (use != null && !use.xml().equals(ParsedXml.NONE)) {
            return use.xml();
        }
        return source == null ? ParsedXml.NONE : source.xml();
    }

    private void checkFree(ParsedOperation operation, Dedicated shape, String word, Problems problems) {
        boolean serves = shape.source() != null && shape.source().name().equals(shape.name());
        if (!serves && (members.contains(shape.name()) || errors.contains(shape.name()))) {
            problems.error(
                    ProblemCode.DEDICATED_NAME,
                    operation.pointer(),
                    "the " + word + " of operation " + Quote.shortened(operation.name()) + " would be called "
                            + Quote.of(shape.name()) + ", but another shape has that name",
                    "rename the shape " + Quote.of(shape.name()) + " in the model");
        }
    }
}
