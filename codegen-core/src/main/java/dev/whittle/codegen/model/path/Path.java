package dev.whittle.codegen.model.path;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ShapeId;

/** An expression over a message, of which every step is known to lead somewhere; its value may be null all the same. */
public sealed interface Path {
    /** What it leads to. */
    PathType type();

    /** The value that it starts from: a message. */
    record Root(PathType type) implements Path {}

    /**
     * A member of a structure or union.
     *
     * @param of leads to the structure or union
     * @param owner the shape of the structure or union
     */
    record Field(Path of, ShapeId owner, Member member) implements Path {
        @Override
        public PathType type() {
            return new PathType.OfShape(member.target());
        }
    }
}
