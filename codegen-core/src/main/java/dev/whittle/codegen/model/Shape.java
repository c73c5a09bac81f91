package dev.whittle.codegen.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A shape of a service model. Shapes refer to each other by {@link ShapeId}, so that recursion needs no mutation. */
public sealed interface Shape {
    ShapeId id();

    /** Where the model file defines it: a JSON pointer. */
    String pointer();

    /** What the model says of it, as HTML; empty when it says nothing. */
    String documentation();

    /** Whether values of it must not be shown. */
    boolean sensitive();

    /**
     * A shape with named members.
     *
     * @param definedAs the name under which the model file defines it, empty for one that the file does not define
     * @param members in the order of the model
     * @param role what the structure is for
     * @param error what makes the shape an error of the service, or {@code null} if it is none
     * @param deprecated why it should not be used any more, empty without a reason, {@code null} when it is not deprecated
     * @param payload the member that is the whole body, or {@code null}
     * @param xml what the model says of the root of a body that it is
     */
    record StructureShape(
            ShapeId id,
            String definedAs,
            String pointer,
            String documentation,
            boolean sensitive,
            List<Member> members,
            Role role,
            @Nullable ErrorTrait error,
            @Nullable String deprecated,
            @Nullable String payload,
            XmlTraits xml)
            implements Shape {
        public StructureShape {
            members = List.copyOf(members);
        }

        /** The same structure with other members. */
        public StructureShape withMembers(List<Member> others) {
            return new StructureShape(
                    id, definedAs, pointer, documentation, sensitive, others, role, error, deprecated, payload, xml);
        }

        /** What makes it an error. */
        public ErrorTrait errorTrait() {
            return Objects.requireNonNull(error, () -> "no error trait on " + id);
        }

        /** Whether it is what members hold whose shape is an error of the service: the members of the error as a value. */
        public boolean isErrorValue() {
            return role == Role.ORDINARY && error != null;
        }
    }

    /** Whether it is a simple shape of a type. */
    default boolean is(SimpleType type) {
        return this instanceof SimpleShape simple && simple.type() == type;
    }

    /** What a structure is for; nullability and names depend on it. */
    enum Role {
        ORDINARY,
        INPUT,
        OUTPUT,
        ERROR
    }

    /**
     * A shape of which exactly one member is set.
     *
     * @param members in the order of the model; those of an event stream are the events, without the errors
     * @param deprecated why it should not be used any more, empty without a reason, {@code null} when it is not deprecated
     * @param eventStream what makes it a stream of events, {@code null} for an ordinary union
     * @param xml what the model says of the root of a body that it is
     */
    record UnionShape(
            ShapeId id,
            String pointer,
            String documentation,
            boolean sensitive,
            List<Member> members,
            @Nullable String deprecated,
            @Nullable EventStreamTrait eventStream,
            XmlTraits xml)
            implements Shape {
        public UnionShape {
            members = List.copyOf(members);
        }
    }

    /** An ordered list; a sparse one may hold nulls. */
    record ListShape(ShapeId id, String pointer, String documentation, boolean sensitive, Member member, boolean sparse)
            implements Shape {}

    /** A map from strings (or an enum); a sparse one may hold null values. */
    record MapShape(
            ShapeId id,
            String pointer,
            String documentation,
            boolean sensitive,
            Member key,
            Member value,
            boolean sparse)
            implements Shape {}

    /**
     * A string with known values, which may gain more.
     *
     * @param valueDocumentation what the model says of some values, as HTML
     */
    record EnumShape(
            ShapeId id,
            String pointer,
            String documentation,
            boolean sensitive,
            List<String> values,
            Map<String, String> valueDocumentation,
            @Nullable String deprecated)
            implements Shape {
        public EnumShape {
            values = List.copyOf(values);
            valueDocumentation = Map.copyOf(valueDocumentation);
        }
    }

    /**
     * A shape without parts.
     *
     * @param mediaType the media type of its values, {@code null} where the model gives none
     * @param numbers the known values of an integer, in the order of the model; none of most shapes
     * @param timestampFormat how the shape itself says that it is written, {@code null} where it says nothing
     */
    record SimpleShape(
            ShapeId id,
            String pointer,
            String documentation,
            boolean sensitive,
            SimpleType type,
            @Nullable String mediaType,
            List<KnownNumber> numbers,
            @Nullable TimestampFormat timestampFormat)
            implements Shape {
        public SimpleShape {
            numbers = List.copyOf(numbers);
        }
    }

    /** Whether it is an integer with known values, which have a class of constants. */
    default boolean hasNumbers() {
        return this instanceof SimpleShape simple && !simple.numbers().isEmpty();
    }

    /** The kinds of simple shape. */
    enum SimpleType {
        STRING,
        BOOLEAN,
        BYTE,
        SHORT,
        INTEGER,
        LONG,
        FLOAT,
        DOUBLE,
        BIG_INTEGER,
        BIG_DECIMAL,
        BLOB,
        TIMESTAMP,
        DOCUMENT
    }
}
