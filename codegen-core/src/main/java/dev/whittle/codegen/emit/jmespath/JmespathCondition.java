package dev.whittle.codegen.emit.jmespath;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.emit.java.JavaExpression;
import dev.whittle.codegen.emit.jmespath.JmespathScope.Value;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.PathType;
import dev.whittle.codegen.model.path.PathTypes;
import dev.whittle.codegen.names.Names;

/** Java for comparisons, what they are made into, functions, and literals. */
final class JmespathCondition {
    static final CodeBlock NULL = CodeBlock.of("null");

    private final JmespathCode paths;
    private final JmespathScope scope;
    private final PathTypes types;
    private final Names names;
    private final JmespathComparison comparisons;

    JmespathCondition(JmespathCode paths, JmespathScope scope, PathTypes types, Names names) {
        this.paths = paths;
        this.scope = scope;
        this.types = types;
        this.names = names;
        this.comparisons = new JmespathComparison(paths, this, types, names);
    }

    Value read(Path path) {
        if (path instanceof Path.Text text) {
            return Value.of(CodeBlock.of("$S", text.text()), false);
        }
        if (path instanceof Path.Whole whole) {
            return Value.ofPrimitive(JavaExpression.atom("$L", whole.number()));
        }
        if (path instanceof Path.Decimal decimal) {
            return Value.ofPrimitive(JavaExpression.atom("$L", decimal.number()));
        }
        if (path instanceof Path.Flag flag) {
            return Value.ofPrimitive(JavaExpression.atom("$L", flag.value()));
        }
        if (path instanceof Path.Null) {
            return Value.of(NULL, true);
        }
        if (path instanceof Path.Length length) {
            return length(length);
        }
        if (path instanceof Path.Compare compare && compare.operator().isOrder()) {
            return comparisons.order(compare);
        }
        if (path instanceof Path.Test test) {
            return test(test);
        }
        if (path instanceof Path.And and) {
            return choice(and, and.left(), and.right(), and.left());
        }
        if (path instanceof Path.Or or) {
            return choice(or, or.left(), or.left(), or.right());
        }
        return Value.ofPrimitive(condition(path));
    }

    // Integer length = things == null ? null : things.size();
    private Value length(Path.Length length) {
        Value of = types.isText(length.of().type()) ? text(length.of()) : paths.settled(length.of());
        CodeBlock code = types.isText(length.of().type())
                ? CodeBlock.of("$L.codePointCount(0, $L.length())", of.code(), of.code())
                : CodeBlock.of("$L.size()", of.code());
        return of.nullable()
                ? Value.of(CodeBlock.of("$L == null ? null : $L", of.code(), code), true)
                : Value.ofPrimitive(JavaExpression.atom("$L", code));
    }

    // names == null ? null : names.contains("a")
    private Value test(Path.Test test) {
        PathType element = types.element(test.of().type());
        Value of = element == null ? text(test.of()) : paths.settled(test.of());
        Value with = element == null ? text(test.with()) : sought(test.with(), element);
        String method = switch (test.question()) {
            case CONTAINS -> "contains";
            case STARTS_WITH -> "startsWith";
            case ENDS_WITH -> "endsWith";
        };
        JavaExpression asked = JavaExpression.atom("$L.$N($L)", of.code(), method, with.code());
        boolean isElement = element != null;
        if (with.nullable() && isElement && !types.hasNulls(test.of())) {
            asked = with.isThere().and(asked);
        }
        boolean mustBeThere = with.nullable() && !isElement;
        if (!of.nullable() && !mustBeThere) {
            return Value.ofPrimitive(asked);
        }
        JavaExpression isNull = mustBeThere ? JmespathComparison.anyNull(of, with) : of.isNull();
        return Value.of(isNull.choose(NULL, asked.code()).code(), true);
    }

    /** A value of just the type that a list has. */
    private Value sought(Path with, PathType element) {
        EnumShape enumeration = types.enumeration(element);
        if (enumeration != null && element.equals(with.type())) {
            return paths.settled(with);
        }
        if (enumeration != null) {
            Value text = text(with);
            CodeBlock constant = CodeBlock.of("$T.of($L)", names.type(enumeration.id()), text.code());
            return text.nullable()
                    ? settled(with, element, CodeBlock.of("$L == null ? null : $L", text.code(), constant))
                    : Value.of(constant, false);
        }
        if (types.isText(element)) {
            return text(with);
        }
        if (with instanceof Path.Whole whole) {
            SimpleType number = types.number(element);
            String suffix = number == SimpleType.LONG ? "L" : number == SimpleType.DOUBLE ? ".0" : "";
            return Value.of(CodeBlock.of("$L$L", whole.number(), suffix), false);
        }
        return paths.settled(with);
    }

    private Value settled(Path path, PathType type, CodeBlock code) {
        return scope.declare(paths.type(type), paths.nameFor(path.type()), Value.of(code, true));
    }

    // String value = nextMarker != null && !nextMarker.isEmpty() ? nextMarker : lastKey;
    private Value choice(Path whole, Path left, Path isTrue, Path isFalse) {
        JavaExpression condition = condition(left);
        if (types.isBoolean(whole.type())) {
            Value other = paths.settled(isTrue == left ? isFalse : isTrue);
            if (!paths.settled(left).nullable() && !other.nullable()) {
                return Value.ofPrimitive(condition(whole));
            }
        }
        boolean text = whole.type() == PathType.Plain.TEXT;
        Value one = text ? text(isTrue) : paths.settled(isTrue);
        Value other = text ? text(isFalse) : paths.settled(isFalse);
        TypeName boxed = paths.type(whole.type());
        return Value.of(condition.choose(boxed(one, boxed), boxed(other, boxed)).code(), true);
    }

    /** Beside a primitive, null would be unboxed. */
    private static CodeBlock boxed(Value value, TypeName boxed) {
        return value.primitive() ? CodeBlock.of("$T.valueOf($L)", boxed, value.code()) : value.code();
    }

    /** The value of a text or enum as a string, settled. */
    Value text(Path path) {
        Value value = paths.settled(path);
        if (types.enumeration(path.type()) == null) {
            return value;
        }
        CodeBlock text = CodeBlock.of("$L.value()", value.code());
        return value.nullable()
                ? settled(path, PathType.Plain.TEXT, CodeBlock.of("$L == null ? null : $L", value.code(), text))
                : Value.of(text, false);
    }

    /** A condition that holds if a value counts as true. */
    JavaExpression condition(Path path) {
        if (path instanceof Path.And and) {
            return condition(and.left()).and(condition(and.right()));
        }
        if (path instanceof Path.Or or) {
            return condition(or.left()).or(condition(or.right()));
        }
        if (path instanceof Path.Not not) {
            return condition(not.value()).negated();
        }
        if (path instanceof Path.Compare compare) {
            return comparisons.holds(compare);
        }
        return isTrue(path);
    }

    private JavaExpression isTrue(Path path) {
        if (path.type() == PathType.Plain.NULL) {
            return JavaExpression.atom("false");
        }
        Value value = paths.settled(path);
        if (types.isBoolean(path.type())) {
            return value.nullable()
                    ? JavaExpression.atom("$T.TRUE.equals($L)", Boolean.class, value.code())
                    : value.expression();
        }
        boolean text = types.isText(path.type());
        if (!text && !types.isCollection(path.type())) {
            return value.nullable() ? value.isThere() : JavaExpression.atom("true");
        }
        CodeBlock content =
                types.enumeration(path.type()) == null ? value.code() : CodeBlock.of("$L.value()", value.code());
        return value.isThereAnd(JavaExpression.atom("$L.isEmpty()", content).negated());
    }
}
