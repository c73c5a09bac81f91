package dev.whittle.codegen.emit.part;

import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.emit.part.PathScope.Value;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.Path.Operator;
import dev.whittle.codegen.model.path.PathTypes;
import dev.whittle.codegen.names.Names;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Java for comparisons, in which either side may be null. */
final class PathComparisonCode {
    private final PathCode paths;
    private final PathConditionCode conditions;
    private final PathTypes types;
    private final Names names;

    PathComparisonCode(PathCode paths, PathConditionCode conditions, PathTypes types, Names names) {
        this.paths = paths;
        this.conditions = conditions;
        this.types = types;
        this.names = names;
    }

    /** A condition that holds if a comparison does. */
    CodeBlock holds(Path.Compare compare) {
        return compare.operator().isOrder() ? isInOrder(compare) : isEqual(compare);
    }

    // Boolean value = length == null ? null : length > 0;
    Value order(Path.Compare compare) {
        Value left = paths.settled(compare.left());
        Value right = paths.settled(compare.right());
        CodeBlock code = CodeBlock.of("$L $L $L", left.code(), operator(compare.operator()), right.code());
        if (!left.nullable() && !right.nullable()) {
            return new Value(code, false, true);
        }
        return Value.of(CodeBlock.of("$L ? null : $L", anyNull(left, right), code), true);
    }

    static CodeBlock anyNull(Value one, Value other) {
        if (one.nullable() && other.nullable()) {
            return CodeBlock.of("$L == null || $L == null", one.code(), other.code());
        }
        return CodeBlock.of("$L == null", one.nullable() ? one.code() : other.code());
    }

    private CodeBlock isInOrder(Path.Compare compare) {
        Value left = paths.settled(compare.left());
        Value right = paths.settled(compare.right());
        CodeBlock code = CodeBlock.of("$L $L $L", left.code(), operator(compare.operator()), right.code());
        code = right.nullable() ? CodeBlock.of("$L != null && $L", right.code(), code) : code;
        return left.nullable() ? CodeBlock.of("$L != null && $L", left.code(), code) : code;
    }

    private CodeBlock isEqual(Path.Compare compare) {
        boolean literalFirst = isLiteral(compare.left());
        Path one = literalFirst ? compare.right() : compare.left();
        Path other = literalFirst ? compare.left() : compare.right();
        boolean wanted = compare.operator() == Operator.EQUAL;
        if (other instanceof Path.Flag flag && flag.value() && types.isBoolean(one.type())) {
            return wanted ? conditions.condition(one) : negated(conditions.condition(one));
        }
        if (other instanceof Path.Null && !(one instanceof Path.Null)) {
            Value value = paths.settled(one);
            return value.nullable()
                    ? CodeBlock.of("$L $L null", value.code(), operator(compare.operator()))
                    : CodeBlock.of("$L", !wanted);
        }
        CodeBlock constant = other instanceof Path.Text text ? constant(one, text) : null;
        if (constant != null) {
            return CodeBlock.of("$L $L $L", paths.settled(one).code(), operator(compare.operator()), constant);
        }
        return wanted ? equal(one, other) : negated(equal(one, other));
    }

    /** The constant of an enum that stands for a text, {@code null} where there is none. */
    private @Nullable CodeBlock constant(Path path, Path.Text text) {
        EnumShape enumeration = types.enumeration(path.type());
        return enumeration == null || !enumeration.values().contains(text.text())
                ? null
                : CodeBlock.of("$T.$N", names.type(enumeration.id()), names.constant(enumeration.id(), text.text()));
    }

    static CodeBlock negated(CodeBlock code) {
        return PathConditionCode.isSimple(code) ? CodeBlock.of("!$L", code) : CodeBlock.of("!($L)", code);
    }

    private static boolean isLiteral(Path path) {
        return path instanceof Path.Text
                || path instanceof Path.Whole
                || path instanceof Path.Decimal
                || path instanceof Path.Flag
                || path instanceof Path.Null;
    }

    /** A condition that holds if two values are equal, of which the second may be a literal. */
    private CodeBlock equal(Path path, Path other) {
        if (other instanceof Path.Null) {
            return CodeBlock.of("true");
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
            CodeBlock equal = CodeBlock.of("$L == $L", left.code(), right.code());
            return left.nullable() ? CodeBlock.of("$L != null && $L", left.code(), equal) : equal;
        }
        return types.number(path.type()) == types.number(other.type())
                ? equalObjects(left, right)
                : equalNumbers(left, types.number(path.type()), right, types.number(other.type()));
    }

    private static CodeBlock equalObjects(Value left, Value right) {
        boolean operands = left.primitive()
                && right.primitive()
                && PathConditionCode.isSimple(left.code())
                && PathConditionCode.isSimple(right.code());
        return operands
                ? CodeBlock.of("$L == $L", left.code(), right.code())
                : CodeBlock.of("$T.equals($L, $L)", Objects.class, left.code(), right.code());
    }

    private static CodeBlock isFalse(Value value) {
        if (!value.nullable()) {
            return negated(value.code());
        }
        return CodeBlock.of("$T.FALSE.equals($L)", Boolean.class, value.code());
    }

    private CodeBlock isText(Path path, Path.Text text) {
        Value value = paths.settled(path);
        if (types.enumeration(path.type()) == null) {
            return CodeBlock.of("$S.equals($L)", text.text(), value.code());
        }
        CodeBlock equal = CodeBlock.of("$L.value().equals($S)", value.code(), text.text());
        return value.nullable() ? CodeBlock.of("$L != null && $L", value.code(), equal) : equal;
    }

    private CodeBlock equalTexts(Path path, Path other) {
        return path.type().equals(other.type())
                ? CodeBlock.of(
                        "$T.equals($L, $L)",
                        Objects.class,
                        paths.settled(path).code(),
                        paths.settled(other).code())
                : CodeBlock.of(
                        "$T.equals($L, $L)",
                        Objects.class,
                        conditions.text(path).code(),
                        conditions.text(other).code());
    }

    /** Two of different types, of which one that is long or double is left to be converted by the operator. */
    private static CodeBlock equalNumbers(
            Value left, @Nullable SimpleType one, Value right, @Nullable SimpleType other) {
        boolean decimal = one == SimpleType.DOUBLE || other == SimpleType.DOUBLE;
        SimpleType wide = decimal ? SimpleType.DOUBLE : SimpleType.LONG;
        String cast = decimal ? "(double) " : "(long) ";
        CodeBlock equal = CodeBlock.of(
                "$L$L == $L$L", one == wide ? "" : cast, left.code(), other == wide ? "" : cast, right.code());
        if (left.nullable() && right.nullable()) {
            return CodeBlock.of(
                    "$L == null ? $L == null : $L != null && $L", left.code(), right.code(), right.code(), equal);
        }
        if (!left.nullable() && !right.nullable()) {
            return equal;
        }
        return CodeBlock.of("$L != null && $L", left.nullable() ? left.code() : right.code(), equal);
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
