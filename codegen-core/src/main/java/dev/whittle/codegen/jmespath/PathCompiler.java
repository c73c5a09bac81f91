package dev.whittle.codegen.jmespath;

import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.PathType;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.jmespath.JmespathException;
import software.amazon.smithy.jmespath.JmespathExpression;

/** Makes paths of JMESPath expressions. */
public final class PathCompiler {
    /** The parser follows nested expressions by recursion; the longest that is known has a tenth of it. */
    private static final int LONGEST = 2_000;

    private final ServiceModel model;
    private final Problems problems;

    public PathCompiler(ServiceModel model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    /**
     * Compiles an expression.
     *
     * @param expression the expression
     * @param pointer where it stands, for problems
     * @param root the shape of what it is applied to
     * @return the path, {@code null} after reporting what is wrong
     */
    public @Nullable Path compile(String expression, String pointer, ShapeId root) {
        JmespathExpression parsed = parse(expression, pointer);
        if (parsed == null) {
            return null;
        }
        try {
            return new PathBuilder(model, new Path.Root(new PathType.OfShape(root))).build(parsed);
        } catch (PathException e) {
            problems.error(
                    e.code(),
                    pointer,
                    "path " + Quote.of(expression) + ": " + Objects.requireNonNull(e.getMessage()),
                    e.hint());
            return null;
        }
    }

    private @Nullable JmespathExpression parse(String expression, String pointer) {
        String fault;
        if (expression.length() > LONGEST) {
            fault = "it is longer than " + LONGEST + " characters";
        } else {
            try {
                return JmespathExpression.parse(expression);
            } catch (JmespathException e) {
                fault = JmespathFaults.inWords(e);
            }
        }
        problems.error(
                ProblemCode.PATH_SYNTAX, pointer, "path " + Quote.of(expression) + " is not JMESPath: " + fault, null);
        return null;
    }
}
