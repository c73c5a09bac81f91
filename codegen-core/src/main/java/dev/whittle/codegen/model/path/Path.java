package dev.whittle.codegen.model.path;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ShapeId;
import java.util.List;

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

    /** The value of a key of a map. */
    record Entry(Path map, String key, PathType type) implements Path {}

    /** An element of a list by its place, counted from the end where it is negative. */
    record Index(Path list, int index, PathType type) implements Path {}

    /**
     * What an enclosing list expression goes over.
     *
     * @param number tells it from the elements of other list expressions
     */
    record Element(int number, PathType type) implements Path {}

    /** What an expression makes of each element of a list, without nulls; null if the list is. */
    record Projection(Path list, Element element, Path each) implements Path {
        @Override
        public PathType type() {
            return new PathType.ListOf(each.type());
        }
    }

    /** The elements of a list for which a condition holds; null if the list is. */
    record Filter(Path list, Element element, Path condition) implements Path {
        @Override
        public PathType type() {
            return new PathType.ListOf(element.type());
        }
    }

    /** The elements of a list, and of the lists in it in their place; null if the list is. */
    record Flatten(Path list, PathType type) implements Path {}

    /** Values side by side; null if what they are taken of is. */
    record Several(Path of, List<Path> values, PathType type) implements Path {
        public Several {
            values = List.copyOf(values);
        }
    }

    /** The keys of a map. */
    record Keys(Path map, PathType type) implements Path {}

    /** The values of a map. */
    record Values(Path map, PathType type) implements Path {}

    /** How many characters a text, elements a list or entries a map has. */
    record Length(Path of) implements Path {
        @Override
        public PathType type() {
            return PathType.Plain.INTEGER;
        }
    }

    /** A question about a text or list and another value. */
    record Test(Question question, Path of, Path with) implements Path {
        @Override
        public PathType type() {
            return PathType.Plain.BOOLEAN;
        }
    }

    /** What can be asked about a text or list. */
    enum Question {
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH
    }

    /** Whether one value is to another as an operator says; null if an order is asked for and one of them is null. */
    record Compare(Operator operator, Path left, Path right) implements Path {
        @Override
        public PathType type() {
            return PathType.Plain.BOOLEAN;
        }
    }

    /** How values can be to each other. */
    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        /** Whether it asks for an order, which only numbers have. */
        public boolean isOrder() {
            return this != EQUAL && this != NOT_EQUAL;
        }
    }

    /** The right value if the left one counts as true, else the left one. */
    record And(Path left, Path right, PathType type) implements Path {}

    /** The left value if it counts as true, else the right one. */
    record Or(Path left, Path right, PathType type) implements Path {}

    /** Whether a value counts as false: null, false, or empty. */
    record Not(Path value) implements Path {
        @Override
        public PathType type() {
            return PathType.Plain.BOOLEAN;
        }
    }

    /** A text. */
    record Text(String text) implements Path {
        @Override
        public PathType type() {
            return PathType.Plain.TEXT;
        }
    }

    /** A whole number. */
    record Whole(int number) implements Path {
        @Override
        public PathType type() {
            return PathType.Plain.INTEGER;
        }
    }

    /** A number that is not whole, or large. */
    record Decimal(double number) implements Path {
        @Override
        public PathType type() {
            return PathType.Plain.DECIMAL;
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Path {
        @Override
        public PathType type() {
            return PathType.Plain.BOOLEAN;
        }
    }

    /** Null. */
    record Null() implements Path {
        @Override
        public PathType type() {
            return PathType.Plain.NULL;
        }
    }
}
