package dev.whittle.codegen.jmespath;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.PathType;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.jmespath.JmespathExpression;
import software.amazon.smithy.jmespath.ast.CurrentExpression;
import software.amazon.smithy.jmespath.ast.FieldExpression;
import software.amazon.smithy.jmespath.ast.Subexpression;

/** Builds the path of a parsed expression, from a current value on. */
final class PathBuilder {
    private final ServiceModel model;
    private final Path current;

    PathBuilder(ServiceModel model, Path current) {
        this.model = model;
        this.current = current;
    }

    Path build(JmespathExpression expression) {
        if (expression instanceof CurrentExpression) {
            return current;
        }
        if (expression instanceof FieldExpression field) {
            return field(field.getName());
        }
        if (expression instanceof Subexpression sub) {
            return new PathBuilder(model, build(sub.getLeft())).build(sub.getRight());
        }
        throw new PathException(
                ProblemCode.PATH_UNSUPPORTED,
                "a " + expression.getClass().getSimpleName() + " cannot be compiled",
                null);
    }

    private Path field(String name) {
        Shape shape = current.type() instanceof PathType.OfShape known ? model.shape(known.shape()) : null;
        List<Member> members = members(shape);
        if (shape == null || members == null) {
            throw new PathException(
                    ProblemCode.PATH_UNKNOWN, Quote.of(name) + " is asked of what is no structure", null);
        }
        for (Member member : members) {
            if (member.name().equals(name)) {
                return new Path.Field(current, shape.id(), member);
            }
        }
        List<String> names = members.stream().map(Member::name).toList();
        throw new PathException(
                ProblemCode.PATH_UNKNOWN,
                Quote.shortened(shape.id().name()) + " has no member " + Quote.of(name),
                Suggestions.didYouMeanOr(name, names, "members are"));
    }

    private static @Nullable List<Member> members(@Nullable Shape shape) {
        if (shape instanceof StructureShape structure) {
            return structure.members();
        }
        return shape instanceof UnionShape union ? union.members() : null;
    }
}
