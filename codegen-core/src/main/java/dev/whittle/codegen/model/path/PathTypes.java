package dev.whittle.codegen.model.path;

import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.path.PathType.Plain;
import org.jspecify.annotations.Nullable;

/** What the types of paths are in a model. */
public final class PathTypes {
    private final ServiceModel model;

    public PathTypes(ServiceModel model) {
        this.model = model;
    }

    /** The shape of a type, {@code null} for one that an expression makes. */
    public @Nullable Shape shape(PathType type) {
        return type instanceof PathType.OfShape known ? model.shape(known.shape()) : null;
    }

    /** The enum of a type, {@code null} where it is none. */
    public @Nullable EnumShape enumeration(PathType type) {
        return shape(type) instanceof EnumShape found ? found : null;
    }

    /** Whether it is a string or an enum. */
    public boolean isText(PathType type) {
        return type == Plain.TEXT || simple(type) == SimpleType.STRING || enumeration(type) != null;
    }

    /** Whether it is true or false. */
    public boolean isBoolean(PathType type) {
        return type == Plain.BOOLEAN || simple(type) == SimpleType.BOOLEAN;
    }

    /** Which kind of number it is, {@code null} where it is none, or one that Java has no operators for. */
    public @Nullable SimpleType number(PathType type) {
        if (type == Plain.INTEGER) {
            return SimpleType.INTEGER;
        }
        if (type == Plain.DECIMAL) {
            return SimpleType.DOUBLE;
        }
        SimpleType simple = simple(type);
        return simple == null
                ? null
                : switch (simple) {
                    case BYTE, SHORT, INTEGER, LONG, DOUBLE -> simple;
                    default -> null;
                };
    }

    /** The type of a list's elements, {@code null} where it is no list. */
    public @Nullable PathType element(PathType type) {
        if (type instanceof PathType.ListOf list) {
            return list.element();
        }
        return shape(type) instanceof ListShape list
                ? new PathType.OfShape(list.member().target())
                : null;
    }

    /** Whether it is a list or a map. */
    public boolean isCollection(PathType type) {
        return element(type) != null || map(type) != null;
    }

    /** The map of a type, {@code null} where it is none. */
    public @Nullable MapShape map(PathType type) {
        return shape(type) instanceof MapShape map ? map : null;
    }

    /** Whether null may be among the elements that a path leads to. */
    public boolean hasNulls(Path list) {
        if (list instanceof Path.Projection || list instanceof Path.Keys) {
            return false;
        }
        if (list instanceof Path.Filter filter) {
            return hasNulls(filter.list());
        }
        if (list instanceof Path.Flatten flatten) {
            PathType element = element(flatten.list().type());
            return shape(element == null ? Plain.NULL : element) instanceof ListShape inner
                    ? inner.sparse()
                    : hasNulls(flatten.list());
        }
        if (list instanceof Path.Values values) {
            return shape(values.map().type()) instanceof MapShape map && map.sparse();
        }
        return !(shape(list.type()) instanceof ListShape known) || known.sparse();
    }

    /** A type for the values of both, {@code null} where there is none. */
    public @Nullable PathType common(PathType one, PathType other) {
        if (one.equals(other)) {
            return one;
        }
        if (isText(one) && isText(other)) {
            return Plain.TEXT;
        }
        if (isBoolean(one) && isBoolean(other)) {
            return Plain.BOOLEAN;
        }
        return number(one) != null && number(one) == number(other) ? one : null;
    }

    private @Nullable SimpleType simple(PathType type) {
        return shape(type) instanceof SimpleShape simple ? simple.type() : null;
    }
}
