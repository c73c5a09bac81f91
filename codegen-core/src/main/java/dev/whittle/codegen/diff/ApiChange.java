package dev.whittle.codegen.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a model, as users of its client meet it.
 *
 * @param code what kind of change it is
 * @param message what changed
 * @param place what changed in the words of the model: an operation, a shape, or {@code Shape$member}; empty for the service
 * @param before the JSON pointer to it in the model before the change, {@code null} if it did not exist
 * @param after the JSON pointer to it in the model after the change, {@code null} if it does not exist
 * @param operations the operations that reach it, before or after the change, sorted
 * @param direction in which direction its values travel, {@code null} if it has no values
 * @param source whether code that uses the client still compiles
 * @param binary whether compiled code still runs with the new client
 * @param wire whether messages are still understood
 * @param witness an example of what no longer works, {@code null} if everything does
 * @param elements the public elements that change
 * @param touches the public elements by which code meets the change, sorted: those that change and existed before, and those
 *     that stay but behave in another way; empty if no existing code meets it
 */
public record ApiChange(
        ChangeCode code,
        String message,
        String place,
        @Nullable String before,
        @Nullable String after,
        List<String> operations,
        @Nullable Direction direction,
        Judgement source,
        Judgement binary,
        WireVerdict wire,
        @Nullable Witness witness,
        List<JavaChange> elements,
        List<TouchedElement> touches) {
    public ApiChange {
        operations = List.copyOf(operations);
        elements = List.copyOf(elements);
        touches = List.copyOf(touches);
    }

    /** The worst of its verdicts. */
    public Verdict worst() {
        Verdict code = source.or(binary).verdict();
        return code.compareTo(wire.worst()) >= 0 ? code : wire.worst();
    }
}
