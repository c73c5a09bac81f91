package dev.whittle.codegen.model.path;

import dev.whittle.codegen.model.ShapeId;

/** What a path may lead to, beside null, to which every path may lead. */
public sealed interface PathType {
    /** A value as the model has it. */
    record OfShape(ShapeId shape) implements PathType {}

    /** A list that an expression makes. */
    record ListOf(PathType element) implements PathType {}

    /** Values that an expression makes, or that stand in it. */
    enum Plain implements PathType {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        /** Nothing else than null. */
        NULL,
        /** Values of different types, which are good for a condition only. */
        MIXED
    }
}
