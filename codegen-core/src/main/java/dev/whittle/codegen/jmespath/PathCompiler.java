package dev.whittle.codegen.jmespath;

import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.PathType;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.Objects;
import java.util.function.Consumer;
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
     * @param expression the expression, with its place for problems
     * @param root the shape of what it is applied to
     * @param otherwise what becomes of it that an expression cannot be compiled, which is a warning, as the end of a
     *     sentence: {@code operation List gets no paginator}
     * @return the path, {@code null} after reporting what is wrong
     */
    public @Nullable Path compile(ParsedText expression, ShapeId root, String otherwise) {
        return compile(
                expression,
                root,
                e -> problems.warning(
                        e.code(), expression.pointer(), otherwise + ": " + said(expression, e), e.hint()));
    }

    /** Reports what is wrong with an expression that nothing is made of. */
    public void check(ParsedText expression, ShapeId root) {
        compile(expression, root, e -> {});
    }

    private @Nullable Path compile(ParsedText expression, ShapeId root, Consumer<PathException> unsupported) {
        JmespathExpression parsed = parse(expression.text(), expression.pointer());
        if (parsed == null) {
            return null;
        }
        try {
            Path start = new Path.Root(new PathType.OfShape(root));
            return PathBuilder.single(new PathBuilder(model, start, expression.text()).build(parsed));
        } catch (PathException e) {
            if (e.code() == ProblemCode.PATH_UNSUPPORTED) {
                unsupported.accept(e);
            } else {
                problems.error(e.code(), expression.pointer(), said(expression, e), e.hint());
            }
            return null;
        }
    }

    private static String said(ParsedText expression, PathException e) {
        return "path " + Quote.of(expression.text()) + ": " + Objects.requireNonNull(e.getMessage());
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
