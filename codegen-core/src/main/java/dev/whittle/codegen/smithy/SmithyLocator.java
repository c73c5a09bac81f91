package dev.whittle.codegen.smithy;

import dev.whittle.codegen.problem.Location;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.SourceLocation;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.Trait;

/** Finds the places of {@link Pointers} in the files of a model. */
final class SmithyLocator implements Function<String, Location> {
    private final String displayName;
    private @Nullable Model model;

    SmithyLocator(String displayName) {
        this.displayName = displayName;
    }

    /** From now on there are shapes to be found. */
    void assembled(Model assembled) {
        this.model = assembled;
    }

    @Override
    public Location apply(String pointer) {
        Model known = model;
        if (known == null || pointer.isEmpty()) {
            return Location.ofFile(displayName);
        }
        Shape shape = known.getShape(ShapeId.from(Pointers.shape(pointer))).orElse(null);
        return shape == null ? Location.ofFile(displayName) : location(place(shape, pointer), pointer);
    }

    private static SourceLocation place(Shape shape, String pointer) {
        String id = Pointers.trait(pointer);
        Trait trait = id.isEmpty() ? null : shape.findTrait(id).orElse(null);
        if (trait == null) {
            return shape.getSourceLocation();
        }
        SourceLocation inside = Pointers.inside(trait.toNode(), pointer);
        SourceLocation nearest = inside.equals(SourceLocation.NONE) ? trait.getSourceLocation() : inside;
        return nearest.equals(SourceLocation.NONE) ? shape.getSourceLocation() : nearest;
    }

    /** The place that Smithy found, as a place of ours. */
    Location location(SourceLocation place, String pointer) {
        boolean isKnown = !place.equals(SourceLocation.NONE) && place.getLine() > 0;
        return isKnown
                ? new Location(place.getFilename(), place.getLine(), Math.max(1, place.getColumn()), pointer)
                : new Location(displayName, 0, 0, pointer);
    }
}
