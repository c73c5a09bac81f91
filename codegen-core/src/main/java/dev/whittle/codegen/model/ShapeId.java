package dev.whittle.codegen.model;

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

    @Override
    public String toString() {
        return name;
    }
}
