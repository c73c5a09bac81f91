package dev.whittle.codegen.smithy;

import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Severity;
import dev.whittle.codegen.problem.Suggestions;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.ShapeIdSyntaxException;
import software.amazon.smithy.model.validation.ValidationEvent;

/**
 * Finds keys in the values of traits that are probably misspelt. Other unknown keys are ignored: a later version of a trait
 * may define them.
 */
final class TraitKeys {
    /** The structure and the key follow: {@code smithy.api#http.methd}. */
    private static final String UNKNOWN = "TraitValue.UnknownMember.";

    private TraitKeys() {}

    /** The warning about a misspelt key; null for any other event. */
    static @Nullable Problem problem(ValidationEvent event, Model model, Location location) {
        String id = event.getId();
        int dot = id.lastIndexOf('.');
        if (!id.startsWith(UNKNOWN) || dot <= UNKNOWN.length()) {
            return null;
        }
        Shape structure = shape(id.substring(UNKNOWN.length(), dot), model);
        String key = id.substring(dot + 1);
        String hint = structure == null ? null : Suggestions.didYouMean(key, structure.getMemberNames());
        if (structure == null || hint == null) {
            return null;
        }
        return new Problem(
                Severity.WARNING,
                ProblemCode.FIELD_UNKNOWN,
                event.getShapeId()
                                .map(shape -> shape.asRelativeReference() + ": ")
                                .orElse("") + Quote.of(key) + " is not a key of " + structure.getId(),
                location,
                hint);
    }

    private static @Nullable Shape shape(String id, Model model) {
        try {
            return model.getShape(ShapeId.from(id)).orElse(null);
        } catch (ShapeIdSyntaxException e) {
            return null;
        }
    }
}
