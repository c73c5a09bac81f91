package dev.whittle.codegen.jmespath;

import dev.whittle.codegen.model.JavaText;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.PathType;
import dev.whittle.codegen.model.path.PathType.Plain;
import dev.whittle.codegen.model.path.PathTypes;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.jmespath.JmespathExpression;
import software.amazon.smithy.jmespath.ast.CurrentExpression;
import software.amazon.smithy.jmespath.ast.FieldExpression;
import software.amazon.smithy.jmespath.ast.FilterProjectionExpression;
import software.amazon.smithy.jmespath.ast.FlattenExpression;
import software.amazon.smithy.jmespath.ast.IndexExpression;
import software.amazon.smithy.jmespath.ast.MultiSelectListExpression;
import software.amazon.smithy.jmespath.ast.ObjectProjectionExpression;
import software.amazon.smithy.jmespath.ast.ProjectionExpression;
import software.amazon.smithy.jmespath.ast.Subexpression;

/** Builds the path of a parsed expression, from a current value on. */
final class PathBuilder {
    private final PathTypes types;
    private final Path current;
    private final int depth;
    private final AtomicInteger elements;
    private final PathLimits limits;

    PathBuilder(ServiceModel model, Path current, String expression) {
        this(new PathTypes(model), current, 0, new AtomicInteger(), new PathLimits(expression));
    }

    private PathBuilder(PathTypes types, Path current, int depth, AtomicInteger elements, PathLimits limits) {
        this.types = types;
        this.current = current;
        this.depth = depth;
        this.elements = elements;
        this.limits = limits;
    }

    private PathBuilder from(Path other) {
        if (depth == PathLimits.DEEPEST) {
            throw PathLimits.tooDeep();
        }
        return new PathBuilder(types, other, depth + 1, elements, limits);
    }

    /** The path of an expression inside another one. */
    Path inner(JmespathExpression expression) {
        return from(current).build(expression);
    }

    PathTypes types() {
        return types;
    }

    PathLimits limits() {
        return limits;
    }

    Path build(JmespathExpression expression) {
        if (expression instanceof CurrentExpression) {
            return current;
        }
        if (expression instanceof FieldExpression field) {
            return field(field.getName());
        }
        if (expression instanceof Subexpression sub) {
            return from(inner(sub.getLeft())).build(sub.getRight());
        }
        if (expression instanceof IndexExpression index) {
            return index(index);
        }
        if (expression instanceof FlattenExpression flatten) {
            return flatten(inner(flatten.getExpression()));
        }
        if (expression instanceof FilterProjectionExpression filter) {
            Path list = inner(filter.getLeft());
            Path.Element element = new Path.Element(elements.getAndIncrement(), element(list, "a filter"));
            Path condition = from(element).build(filter.getComparison());
            PathConditions.check(condition, types);
            Path filtered = limits.check(new Path.Filter(list, element, condition), list, condition);
            return projection(filtered, filter.getRight());
        }
        if (expression instanceof ObjectProjectionExpression object) {
            return projection(values(inner(object.getLeft()), "*"), object.getRight());
        }
        if (expression instanceof ProjectionExpression projection) {
            return projection(inner(projection.getLeft()), projection.getRight());
        }
        if (expression instanceof MultiSelectListExpression several) {
            return several(several.getExpressions());
        }
        return new PathConditions(this).build(expression);
    }

    private Path index(IndexExpression index) {
        PathType element = element(current, "an index");
        return limits.check(new Path.Index(current, limits.index(index), element), current);
    }

    private Path field(String name) {
        Shape shape = types.shape(current.type());
        if (shape instanceof MapShape map) {
            return entry(name, map);
        }
        if (shape instanceof SimpleShape simple && simple.type() == SimpleType.DOCUMENT) {
            throw unsupported(Quote.of(name) + " is used on a document, which has no type");
        }
        List<Member> members = members(shape);
        if (shape == null || members == null) {
            throw new PathException(
                    ProblemCode.PATH_UNKNOWN, Quote.of(name) + " is used on a value that is not a structure", null);
        }
        for (Member member : members) {
            if (member.name().equals(name)) {
                if (member.isStream()) {
                    throw unsupported(Quote.of(name) + " is a stream, which has no value");
                }
                return limits.check(new Path.Field(current, shape.id(), member), current);
            }
        }
        List<String> names = members.stream().map(Member::name).toList();
        throw new PathException(
                ProblemCode.PATH_UNKNOWN,
                Quote.shortened(shape.id().name()) + " has no member " + Quote.of(name),
                Suggestions.didYouMeanOr(name, names, "members are"));
    }

    private Path entry(String key, MapShape map) {
        if (!JavaText.isWritable(key)) {
            throw unsupported("a key with characters that no source can hold cannot be compiled");
        }
        return limits.check(
                new Path.Entry(current, key, new PathType.OfShape(map.value().target())), current);
    }

    private static @Nullable List<Member> members(@Nullable Shape shape) {
        if (shape instanceof StructureShape structure) {
            return structure.members();
        }
        return shape instanceof UnionShape union ? union.members() : null;
    }

    private Path projection(Path list, JmespathExpression right) {
        Path.Element element = new Path.Element(elements.getAndIncrement(), element(list, "a projection"));
        Path each = single(from(element).build(right));
        return limits.check(new Path.Projection(list, element, each), list, each);
    }

    private Path flatten(Path list) {
        PathType element = element(list, "[]");
        PathType inner = types.element(element);
        return limits.check(new Path.Flatten(list, new PathType.ListOf(inner == null ? element : inner)), list);
    }

    private Path several(List<JmespathExpression> expressions) {
        List<Path> values = new ArrayList<>();
        PathType common = null;
        for (JmespathExpression expression : expressions) {
            Path value = single(inner(expression));
            values.add(value);
            common = common == null ? value.type() : types.common(common, value.type());
            if (common == null || types.element(common) != null) {
                throw unsupported("a list of several values cannot be compiled unless they are single and of one type");
            }
        }
        if (common == null) {
            throw unsupported("a list of no values cannot be compiled");
        }
        Path several = new Path.Several(current, values, new PathType.ListOf(common));
        values.add(current);
        return limits.check(several, values.toArray(Path[]::new));
    }

    /** The values of a map. */
    Path values(Path map, String what) {
        PathType type = new PathType.OfShape(map(map, what).value().target());
        return limits.check(new Path.Values(map, new PathType.ListOf(type)), map);
    }

    /** The keys of a map. */
    Path keys(Path map) {
        PathType type = new PathType.OfShape(map(map, "keys").key().target());
        return limits.check(new Path.Keys(map, new PathType.ListOf(type)), map);
    }

    private MapShape map(Path map, String what) {
        MapShape shape = types.map(map.type());
        if (shape != null) {
            return shape;
        }
        throw types.shape(map.type()) instanceof StructureShape
                ? unsupported(what + " of a structure cannot be compiled")
                : new PathException(ProblemCode.PATH_UNKNOWN, what + " is used on a value that is not a map", null);
    }

    private PathType element(Path list, String what) {
        PathType element = types.element(list.type());
        if (element == null) {
            throw new PathException(ProblemCode.PATH_UNKNOWN, what + " is used on a value that is not a list", null);
        }
        return element;
    }

    /** A value that has a type. */
    static Path single(Path path) {
        if (path.type() == Plain.MIXED || path.type() == Plain.NULL) {
            throw unsupported("values of different types, or of none, cannot be compiled");
        }
        return path;
    }

    static PathException unsupported(String message) {
        return new PathException(ProblemCode.PATH_UNSUPPORTED, message, null);
    }
}
