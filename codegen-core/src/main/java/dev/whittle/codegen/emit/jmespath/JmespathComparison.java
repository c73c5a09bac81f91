package dev.whittle.codegen.emit.jmespath;

import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.emit.java.JavaExpression;
import dev.whittle.codegen.emit.jmespath.JmespathScope.Value;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.Path.Operator;
import dev.whittle.codegen.model.path.PathTypes;
import dev.whittle.codegen.names.Names;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Java for comparisons, in which either side may be null. */
final class JmespathComparison {
    private final JmespathCode paths;
    private final JmespathCondition conditions;
    private final PathTypes types;
    private final Names names;

    JmespathComparison(JmespathCode paths, JmespathCondition conditions, PathTypes types, Names names) {
        this.paths = paths;
        this.conditions = conditions;
        this.types = types;
        this.names = names;
    }

    /** A condition that holds if a comparison does. */
    JavaExpression holds(Path.Compare compare) {
        return compare.operator().isOrder() ? isInOrder(compare) : isEqual(compare);
    }

    // Boolean value = length == null ? null : length > 0;
    Value order(Path.Compare compare) {
        Value left = paths.settled(compare.left());
        Value right = paths.settled(compare.right());
        JavaExpression order = compared(left, compare.operator(), right);
        if (!left.nullable() && !right.nullable()) {
            return Value.ofPrimitive(order);
        }
        return Value.of(
                anyNull(left, right)
                        .choose(JmespathCondition.NULL, order.code())
                        .code(),
                true);
    }

    // left == null || right == null
    static JavaExpression anyNull(Value one, Value other) {
        if (one.nullable() && other.nullable()) {
            return one.isNull().or(other.isNull());
        }
        return one.nullable() ? one.isNull() : other.isNull();
    }

    // left != null && right != null && left < right
    private JavaExpression isInOrder(Path.Compare compare) {
        Value left = paths.settled(compare.left());
        Value right = paths.settled(compare.right());
        return left.isThereAnd(right.isThereAnd(compared(left, compare.operator(), right)));
    }

    private static JavaExpression compared(Value left, Operator operator, Value right) {
        return JavaExpression.comparison(left.expression(), operator(operator), right.expression());
    }

    private JavaExpression isEqual(Path.Compare compare) {
        boolean literalFirst = isLiteral(compare.left());
        Path one = literalFirst ? compare.right() : compare.left();
        Path other = literalFirst ? compare.left() : compare.right();
        boolean wanted = compare.operator() == Operator.EQUAL;
        if (other instanceof Path.Flag flag && flag.value() && types.isBoolean(one.type())) {
            return wantedOrNot(wanted, conditions.condition(one));
        }
        if (other instanceof Path.Null && !(one instanceof Path.Null)) {
            Value value = paths.settled(one);
            if (!value.nullable()) {
                return JavaExpression.atom("$L", !wanted);
            }
            return wanted ? value.isNull() : value.isThere();
        }
        CodeBlock constant = other instanceof Path.Text text ? constant(one, text) : null;
        if (constant != null) {
            return compared(paths.settled(one), compare.operator(), Value.of(constant, false));
        }
        return wantedOrNot(wanted, equal(one, other));
    }

    /** The constant of an enum that stands for a text, {@code null} where there is none. */
    private @Nullable CodeBlock constant(Path path, Path.Text text) {
        EnumShape enumeration = types.enumeration(path.type());
        return enumeration == null || !enumeration.values().contains(text.text())
                ? null
                : CodeBlock.of("$T.$N", names.type(enumeration.id()), names.constant(enumeration.id(), text.text()));
    }

    private static JavaExpression wantedOrNot(boolean wanted, JavaExpression condition) {
        return wanted ? condition : condition.negated();
    }

    private static boolean isLiteral(Path path) {
        return path instanceof Path.Text
                || path instanceof Path.Whole
                || path instanceof Path.Decimal
                || path instanceof Path.Flag
                || path instanceof Path.Null;
    }

    /** A condition that holds if two values are equal, of which the second may be a literal. */
    private JavaExpression equal(Path path, Path other) {
        if (other instanceof Path.Null) {
            return JavaExpression.atom("true");
        }
        if (types.isText(path.type())) {
            return other instanceof Path.Text text ? isText(path, text) : equalTexts(path, other);
        }
        Value left = paths.settled(path);
        Value right = paths.settled(other);
        if (types.isBoolean(path.type())) {
            return other instanceof Path.Flag ? isFalse(left) : equalObjects(left, right);
        }
        if (right.primitive()) {
            return left.isThereAnd(compared(left, Operator.EQUAL, right));
        }
        return types.number(path.type()) == types.number(other.type())
                ? equalObjects(left, right)
                : equalNumbers(left, types.number(path.type()), right, types.number(other.type()));
    }

    private static JavaExpression equalObjects(Value left, Value right) {
        return left.primitive() && right.primitive()
                ? compared(left, Operator.EQUAL, right)
                : equalObjects(left.code(), right.code());
    }

    private static JavaExpression equalObjects(CodeBlock left, CodeBlock right) {
        return JavaExpression.atom("$T.equals($L, $L)", Objects.class, left, right);
    }

    private static JavaExpression isFalse(Value value) {
        return value.nullable()
                ? JavaExpression.atom("$T.FALSE.equals($L)", Boolean.class, value.code())
                : value.expression().negated();
    }

    private JavaExpression isText(Path path, Path.Text text) {
        Value value = paths.settled(path);
        if (types.enumeration(path.type()) == null) {
            return JavaExpression.atom("$S.equals($L)", text.text(), value.code());
        }
        return value.isThereAnd(JavaExpression.atom("$L.value().equals($S)", value.code(), text.text()));
    }

    private JavaExpression equalTexts(Path path, Path other) {
        return path.type().equals(other.type())
                ? equalObjects(paths.settled(path), paths.settled(other))
                : equalObjects(conditions.text(path), conditions.text(other));
    }

    /** Two of different types, of which one that is long or double is left to be converted by the operator. */
    // number == null ? large == null : large != null && (long) number == large
    private static JavaExpression equalNumbers(
            Value left, @Nullable SimpleType one, Value right, @Nullable SimpleType other) {
        boolean decimal = one == SimpleType.DOUBLE || other == SimpleType.DOUBLE;
        SimpleType wide = decimal ? SimpleType.DOUBLE : SimpleType.LONG;
        Class<?> primitive = decimal ? double.class : long.class;
        JavaExpression equal = JavaExpression.comparison(
                one == wide ? left.expression() : left.expression().as(primitive),
                operator(Operator.EQUAL),
                other == wide ? right.expression() : right.expression().as(primitive));
        return left.nullable() && right.nullable()
                ? left.isNull()
                        .choose(right.isNull().code(), right.isThereAnd(equal).code())
                : left.isThereAnd(right.isThereAnd(equal));
    }

    private static String operator(Operator operator) {
        return switch (operator) {
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }
}
