package dev.whittle.codegen.jmespath;

import dev.whittle.codegen.model.JavaText;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.Path.Operator;
import dev.whittle.codegen.model.path.Path.Question;
import dev.whittle.codegen.model.path.PathType;
import dev.whittle.codegen.model.path.PathType.Plain;
import dev.whittle.codegen.model.path.PathTypes;
import dev.whittle.codegen.problem.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.jmespath.JmespathExpression;
import software.amazon.smithy.jmespath.ast.AndExpression;
import software.amazon.smithy.jmespath.ast.ComparatorExpression;
import software.amazon.smithy.jmespath.ast.FunctionExpression;
import software.amazon.smithy.jmespath.ast.LiteralExpression;
import software.amazon.smithy.jmespath.ast.MultiSelectHashExpression;
import software.amazon.smithy.jmespath.ast.NotExpression;
import software.amazon.smithy.jmespath.ast.OrExpression;
import software.amazon.smithy.jmespath.ast.SliceExpression;

/** Builds the paths of comparisons, of what they are made into, of functions, and of literals. */
final class PathConditions {
    private final PathBuilder builder;
    private final PathTypes types;

    PathConditions(PathBuilder builder) {
        this.builder = builder;
        this.types = builder.types();
    }

    Path build(JmespathExpression expression) {
        if (expression instanceof ComparatorExpression comparison) {
            return compare(comparison);
        }
        if (expression instanceof AndExpression and) {
            Path left = condition(and.getLeft());
            Path right = condition(and.getRight());
            return builder.limits().check(new Path.And(left, right, common(left, right)), left, right);
        }
        if (expression instanceof OrExpression or) {
            Path left = condition(or.getLeft());
            Path right = condition(or.getRight());
            return builder.limits().check(new Path.Or(left, right, common(left, right)), left, right);
        }
        if (expression instanceof NotExpression not) {
            Path value = condition(not.getExpression());
            return builder.limits().check(new Path.Not(value), value);
        }
        if (expression instanceof LiteralExpression literal) {
            return literal(literal);
        }
        if (expression instanceof FunctionExpression function) {
            return function(function.getName(), function.getArguments());
        }
        if (expression instanceof SliceExpression) {
            throw PathBuilder.unsupported("a slice cannot be compiled");
        }
        throw PathBuilder.unsupported(
                expression instanceof MultiSelectHashExpression
                        ? "an object of several values cannot be compiled"
                        : "a reference to an expression cannot be compiled");
    }

    private Path condition(JmespathExpression expression) {
        Path condition = builder.inner(expression);
        check(condition, types);
        return condition;
    }

    /** Of a structure it cannot be told whether it counts as true: whether it is empty depends on the wire. */
    static void check(Path condition, PathTypes types) {
        PathType type = condition.type();
        boolean known = type instanceof Plain
                || types.isText(type)
                || types.isBoolean(type)
                || types.number(type) != null
                || types.isCollection(type);
        if (!known) {
            throw PathBuilder.unsupported(
                    "a condition that is not a comparison, boolean, text, number, list or map cannot be compiled");
        }
    }

    private PathType common(Path left, Path right) {
        PathType common = types.common(left.type(), right.type());
        return common == null ? Plain.MIXED : common;
    }

    private Path compare(ComparatorExpression comparison) {
        Path left = builder.inner(comparison.getLeft());
        Path right = builder.inner(comparison.getRight());
        Operator operator = switch (comparison.getComparator()) {
            case EQUAL -> Operator.EQUAL;
            case NOT_EQUAL -> Operator.NOT_EQUAL;
            case LESS_THAN -> Operator.LESS;
            case LESS_THAN_EQUAL -> Operator.LESS_OR_EQUAL;
            case GREATER_THAN -> Operator.GREATER;
            case GREATER_THAN_EQUAL -> Operator.GREATER_OR_EQUAL;
        };
        PathType one = left.type();
        PathType other = right.type();
        boolean numbers = types.number(one) != null && types.number(other) != null;
        boolean same = numbers
                || (types.isText(one) && types.isText(other))
                || (types.isBoolean(one) && types.isBoolean(other));
        boolean withNull = (one == Plain.NULL || other == Plain.NULL) && one != Plain.MIXED && other != Plain.MIXED;
        if (operator.isOrder() ? !numbers : !same && !withNull) {
            throw PathBuilder.unsupported(
                    "a comparison of such types with '" + comparison.getComparator() + "' cannot be compiled");
        }
        return builder.limits().check(new Path.Compare(operator, left, right), left, right);
    }

    private static Path literal(LiteralExpression literal) {
        if (literal.isNullValue()) {
            return new Path.Null();
        }
        if (literal.isBooleanValue()) {
            return new Path.Flag(literal.expectBooleanValue());
        }
        if (literal.isNumberValue()) {
            double number = literal.expectNumberValue().doubleValue();
            return number == (int) number ? new Path.Whole((int) number) : decimal(number);
        }
        if (literal.isStringValue()) {
            String text = literal.expectStringValue();
            if (!JavaText.isWritable(text)) {
                throw PathBuilder.unsupported("a literal with characters that no source can hold cannot be compiled");
            }
            return new Path.Text(text);
        }
        throw PathBuilder.unsupported("a literal that is an array or object cannot be compiled");
    }

    private static Path decimal(double number) {
        if (!Double.isFinite(number)) {
            throw PathBuilder.unsupported("a number that is too large cannot be compiled");
        }
        return new Path.Decimal(number);
    }

    private Path function(String name, List<JmespathExpression> arguments) {
        int wanted = switch (name) {
            case "length", "keys", "values" -> 1;
            case "contains", "starts_with", "ends_with" -> 2;
            default -> throw PathBuilder.unsupported("function " + Quote.of(name) + " cannot be compiled");
        };
        if (arguments.size() != wanted) {
            throw PathBuilder.unsupported(
                    "function " + Quote.of(name) + " with " + arguments.size() + " arguments cannot be compiled");
        }
        Path first = builder.inner(arguments.get(0));
        return switch (name) {
            case "length" -> length(first);
            case "keys" -> builder.keys(first);
            case "values" -> builder.values(first, name);
            case "contains" -> contains(first, builder.inner(arguments.get(1)));
            default ->
                test(
                        name.equals("starts_with") ? Question.STARTS_WITH : Question.ENDS_WITH,
                        first,
                        builder.inner(arguments.get(1)));
        };
    }

    private Path length(Path of) {
        if (!types.isText(of.type()) && !types.isCollection(of.type())) {
            throw PathBuilder.unsupported("the length of a value that is not a text, list or map cannot be compiled");
        }
        return builder.limits().check(new Path.Length(of), of);
    }

    private Path contains(Path of, Path with) {
        PathType element = types.element(of.type());
        if (element == null) {
            return test(Question.CONTAINS, of, with);
        }
        boolean same = (types.isText(element) && types.isText(with.type()))
                || (types.isBoolean(element) && types.isBoolean(with.type()))
                || isFound(types.number(element), with);
        if (!same) {
            throw PathBuilder.unsupported("the search for such a value in such a list cannot be compiled");
        }
        return builder.limits().check(new Path.Test(Question.CONTAINS, of, with), of, with);
    }

    /** A list of numbers tells 1 from 1.0. */
    private boolean isFound(@Nullable SimpleType element, Path with) {
        return element != null
                && (with instanceof Path.Whole
                        ? element == SimpleType.INTEGER || element == SimpleType.LONG || element == SimpleType.DOUBLE
                        : element == types.number(with.type()));
    }

    private Path test(Question question, Path of, Path with) {
        if (!types.isText(of.type()) || !types.isText(with.type())) {
            throw PathBuilder.unsupported("the search in a value that is not a text or list cannot be compiled");
        }
        return builder.limits().check(new Path.Test(question, of, with), of, with);
    }
}
