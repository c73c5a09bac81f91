package dev.whittle.codegen.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Cuts code that has a piece for each of many members into methods. A method has at most 64 KB of code, HotSpot compiles none
 * with more than 8,000 bytes, and javac follows long expressions by recursion. The methods are in the class of the code, or
 * in nested classes, which have constants of their own: a class has at most 65,535 of them.
 */
public final class Parts {
    /** Code of that weight is a single method. */
    private static final int MOST = 200;

    /** The weight of a part. */
    private static final int SIZE = 100;

    /** A nested class has so many parts. */
    private static final int IN_NESTED = 10;

    private final @Nullable ClassName nested;
    private final List<Modifier> modifiers;
    private final List<ParameterSpec> parameters = new ArrayList<>();
    private final List<CodeBlock> arguments = new ArrayList<>();
    private final List<MethodSpec> methods = new ArrayList<>();

    private Parts(@Nullable ClassName nested, Modifier... modifiers) {
        this.nested = nested;
        this.modifiers = List.of(modifiers);
    }

    /**
     * Statements for one member.
     *
     * @param weight how long they are: one for a statement or two
     */
    public record Piece(CodeBlock code, int weight) {
        /** A statement or two. */
        public Piece(CodeBlock code) {
            this(code, 1);
        }

        /** One statement. */
        public static Piece statement(String format, Object... arguments) {
            return new Piece(CodeBlock.builder().addStatement(format, arguments).build());
        }
    }

    /** Methods in the class of the code. */
    public static Parts inClass(Modifier... modifiers) {
        return new Parts(null, modifiers);
    }

    /**
     * Static methods in classes that are nested in that of the code.
     *
     * @param nested the first of them; the names of the others have a number
     */
    public static Parts inNested(ClassName nested) {
        return new Parts(nested, Modifier.STATIC);
    }

    /** Whether code for so many members, with a statement or two for each, is too long for a method. */
    public static boolean areNeeded(int members) {
        return members > MOST;
    }

    /** Whether the pieces are too long for a method. */
    private static boolean areNeeded(List<Piece> pieces) {
        return pieces.stream().mapToInt(Piece::weight).sum() > MOST;
    }

    /** Adds a parameter of every part, whose argument is a variable of the same name. */
    public Parts with(TypeName type, String name) {
        return with(type, name, CodeBlock.of("$N", name));
    }

    /** Adds a parameter of every part. */
    public Parts with(TypeName type, String name, CodeBlock argument) {
        parameters.add(ParameterSpec.builder(type, name).build());
        arguments.add(argument);
        return this;
    }

    // write1(value, out);
    // write2(value, out);
    /** All pieces one after another: as they are, or as calls of parts if they are too long. */
    public CodeBlock statements(String name, List<Piece> pieces) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (areNeeded(pieces)) {
            calls(name, TypeName.VOID, pieces, Piece::weight, Parts::joined).forEach(code::addStatement);
        } else {
            code.add(joined(pieces));
        }
        return code.build();
    }

    /** All pieces one after another, as they are. */
    public static CodeBlock joined(List<Piece> pieces) {
        CodeBlock.Builder code = CodeBlock.builder();
        pieces.forEach(piece -> code.add(piece.code()));
        return code.build();
    }

    /**
     * Makes a part of each group of items.
     *
     * @param code the body of the part for a group
     * @return calls of the parts, as expressions
     */
    public <T> List<CodeBlock> calls(String name, TypeName result, List<T> items, Function<List<T>, CodeBlock> code) {
        return calls(name, result, items, item -> 1, code);
    }

    /** The same for items of different weights. */
    public <T> List<CodeBlock> calls(
            String name, TypeName result, List<T> items, ToIntFunction<T> weight, Function<List<T>, CodeBlock> code) {
        CodeBlock given = arguments.stream().collect(CodeBlock.joining(", "));
        List<CodeBlock> calls = new ArrayList<>();
        for (List<T> group : groups(items, weight)) {
            String part = name + (calls.size() + 1);
            methods.add(MethodSpec.methodBuilder(part)
                    .addModifiers(modifiers)
                    .returns(result)
                    .addParameters(parameters)
                    .addCode(code.apply(group))
                    .build());
            calls.add(
                    nested == null
                            ? CodeBlock.of("$N($L)", part, given)
                            : CodeBlock.of("$T.$N($L)", nested(nested, methods.size() - 1), part, given));
        }
        return calls;
    }

    private static <T> List<List<T>> groups(List<T> items, ToIntFunction<T> weight) {
        List<List<T>> groups = new ArrayList<>();
        int size = 0;
        for (T item : items) {
            if (groups.isEmpty() || size + weight.applyAsInt(item) > SIZE) {
                groups.add(new ArrayList<>());
                size = 0;
            }
            groups.get(groups.size() - 1).add(item);
            size += weight.applyAsInt(item);
        }
        return groups;
    }

    /** The parts that were needed so far. */
    public List<MethodSpec> methods() {
        return methods;
    }

    /** Adds the nested classes, if there are parts. */
    public void addTo(TypeSpec.Builder home) {
        for (int i = 0; nested != null && i < methods.size(); i += IN_NESTED) {
            List<MethodSpec> some = methods.subList(i, Math.min(methods.size(), i + IN_NESTED));
            home.addType(staticClass(nested(nested, i), some));
        }
    }

    private static ClassName nested(ClassName first, int part) {
        return part < IN_NESTED ? first : first.peerClass(first.simpleName() + (part / IN_NESTED + 1));
    }

    // private static final class Writer {
    //     private Writer() {}
    //
    //     static void part1(ViewPort value, JsonWriter out) { … }
    // }
    /** The nested class of parts that are static methods. */
    public static TypeSpec staticClass(ClassName nested, List<MethodSpec> methods) {
        return classBuilder(nested)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethods(methods)
                .build();
    }

    // private static final class Reader { … }
    /** Begins the nested class of parts. */
    public static TypeSpec.Builder classBuilder(ClassName nested) {
        return GeneratedTypes.classBuilder(nested)
                .addJavadoc("The parts of methods that would be too long.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }
}
