package dev.whittle.codegen.emit.jmespath;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.emit.java.JavaExpression;
import dev.whittle.codegen.emit.java.JavaExpression.Binding;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.model.path.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements that paths need before their value, and the variables in them. */
final class JmespathScope {
    /**
     * An expression for a value.
     *
     * @param expression the expression
     * @param nullable whether it may be null; such a one is no part of another expression unless it is in a variable
     * @param primitive whether it is a primitive
     */
    record Value(JavaExpression expression, boolean nullable, boolean primitive) {
        /** A name, a call, a literal, or what is put in a variable before it is part of anything. */
        static Value of(CodeBlock code, boolean nullable) {
            return new Value(new JavaExpression(code, Binding.ATOM), nullable, false);
        }

        static Value ofPrimitive(JavaExpression expression) {
            return new Value(expression, false, true);
        }

        CodeBlock code() {
            return expression.code();
        }

        /** {@code value == null} */
        JavaExpression isNull() {
            return JavaExpression.isNull(code());
        }

        /** {@code value != null} */
        JavaExpression isThere() {
            return JavaExpression.isThere(code());
        }

        /** What holds of the value, if there is one. */
        JavaExpression isThereAnd(JavaExpression condition) {
            return nullable ? isThere().and(condition) : condition;
        }
    }

    private final Locals locals;
    private int elements;
    private CodeBlock.Builder statements = CodeBlock.builder();
    private Map<Path, Value> held = new HashMap<>();

    JmespathScope(String root, List<String> taken) {
        List<String> all = new ArrayList<>(taken);
        all.add(root);
        this.locals = new Locals(all);
    }

    CodeBlock takeStatements() {
        CodeBlock taken = statements.build();
        statements = CodeBlock.builder();
        return taken;
    }

    /** The value of a path that is in a variable here. */
    @Nullable
    Value held(Path path) {
        return held.get(path);
    }

    void hold(Path path, Value variable) {
        held.put(path, variable);
    }

    /** A name for a variable that no other one has. */
    String variable(String wanted) {
        return locals.name(wanted);
    }

    /** A number that no element of a path has. */
    int nextElement() {
        return --elements;
    }

    void add(String format, Object... args) {
        statements.addStatement(format, args);
    }

    /** Adds a variable. */
    Value declare(TypeName type, String wanted, Value value) {
        String name = variable(wanted);
        statements.addStatement("$T $N = $L", type, name, value.code());
        return Value.of(CodeBlock.of("$N", name), value.nullable());
    }

    /** Adds a block; what it holds in variables is forgotten behind it. */
    void block(CodeBlock head, Runnable body) {
        Map<Path, Value> outside = new HashMap<>(held);
        statements.beginControlFlow("$L", head);
        body.run();
        statements.endControlFlow();
        held = outside;
    }
}
