package dev.whittle.codegen.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of a shape in its model.
 *
 * @param name the name as the model writes it
 */
public record ShapeId(String name) implements Comparable<ShapeId> {
    @Override
    public int compareTo(ShapeId other) {
        return name.compareTo(other.name);
    }

    // Written out, as each map of shapes asks for them: what a record brings along is bound and compiled at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShapeId that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
