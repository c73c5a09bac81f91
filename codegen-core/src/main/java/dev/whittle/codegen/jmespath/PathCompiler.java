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
     * Compiles an expression, whose faults cost no more than what needs the path.
     *
     * @param expression the expression, with its place for problems
     * @param root the shape of what it is applied to
     * @param otherwise what becomes of it that there is no path, which is a warning, as the beginning of a sentence:
     *     {@code operation List gets no paginator}
     * @return the path, {@code null} after reporting what is wrong
     */
    public @Nullable Path compile(ParsedText expression, ShapeId root, String otherwise) {
        return compile(expression, root, e -> warn(expression, otherwise + ": ", e));
    }

    /** Compiles an expression that calls go wrong without: that it is wrong is an error, that it has no Java a warning. */
    public @Nullable Path require(ParsedText expression, ShapeId root, String otherwise) {
        return compile(expression, root, e -> {
            if (e.code() == ProblemCode.PATH_UNSUPPORTED) {
                warn(expression, otherwise + ": ", e);
            } else {
                problems.error(e.code(), expression.pointer(), said(expression, e), e.hint());
            }
        });
    }

    /** Reports what is wrong with an expression that nothing is made of. */
    public void check(ParsedText expression, ShapeId root) {
        compile(expression, root, e -> {
            if (e.code() != ProblemCode.PATH_UNSUPPORTED) {
                warn(expression, "", e);
            }
        });
    }

    private @Nullable Path compile(ParsedText expression, ShapeId root, Consumer<PathException> fault) {
        try {
            JmespathExpression parsed = parse(expression.text());
            Path start = new Path.Root(new PathType.OfShape(root));
            return PathBuilder.single(new PathBuilder(model, start, expression.text()).build(parsed));
        } catch (PathException e) {
            fault.accept(e);
            return null;
        }
    }

    private void warn(ParsedText expression, String otherwise, PathException e) {
        problems.warning(e.code(), expression.pointer(), otherwise + said(expression, e), e.hint());
    }

    private static String said(ParsedText expression, PathException e) {
        String is = e.code() == ProblemCode.PATH_SYNTAX ? " is not JMESPath: " : ": ";
        return "path " + Quote.of(expression.text()) + is + Objects.requireNonNull(e.getMessage());
    }

    private static JmespathExpression parse(String expression) {
        if (expression.length() > LONGEST) {
            throw new PathException(ProblemCode.PATH_SYNTAX, "it is longer than " + LONGEST + " characters", null);
        }
        try {
            return JmespathExpression.parse(expression);
        } catch (JmespathException e) {
            throw new PathException(ProblemCode.PATH_SYNTAX, JmespathFaults.inWords(e), null);
        }
    }
}
