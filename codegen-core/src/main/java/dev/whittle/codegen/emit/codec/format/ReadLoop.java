package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.emit.java.Parts.Piece;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The loop over the properties of an object, or over the elements in one of XML, with what stands around it. A long one is an
 * object of a nested class, whose parts share the variables of the loop as fields.
 */
public final class ReadLoop {
    private final List<FieldSpec> variables = new ArrayList<>();
    private final List<Piece> before = new ArrayList<>();
    private final List<Piece> declarationsAndBefore = new ArrayList<>();
    private final List<CodeBlock> cases = new ArrayList<>();
    private final List<Piece> after = new ArrayList<>();

    ReadLoop() {}

    /** Declares a variable that is set where a property is read. */
    public void variable(TypeName type, String name, CodeBlock value) {
        variables.add(FieldSpec.builder(type, name, Modifier.PRIVATE)
                .initializer(value)
                .build());
        declarationsAndBefore.add(Piece.statement("$T $N = $L", type, name, value));
    }

    /** The same for a variable that is null at first. */
    void nullable(TypeName type, String name) {
        variables.add(FieldSpec.builder(JavaTypes.nullable(type), name, Modifier.PRIVATE)
                .build());
        declarationsAndBefore.add(Piece.statement("$T $N = null", type, name));
    }

    /** What comes before the loop. */
    public void before(Piece piece) {
        before.add(piece);
        declarationsAndBefore.add(piece);
    }

    /** What comes after the loop. */
    public void after(Piece piece) {
        after.add(piece);
    }

    /** What to do at a property, with the reader on its value. */
    public void property(String name, CodeBlock read) {
        cases.add(CodeBlock.of("case $S -> $L;\n", name, read));
    }

    // for (String name = in.first(); name != null; name = in.next()) {
    //     switch (name) {
    //         case "width" -> builder.width(in.integer());
    //         default -> in.skip();
    //     }
    // }
    CodeBlock build() {
        CodeBlock.Builder loop = CodeBlock.builder().add(Parts.joined(declarationsAndBefore));
        beginLoop(loop);
        if (cases.isEmpty()) {
            loop.addStatement("in.skip()");
        } else {
            loop.beginControlFlow("switch (name)");
            cases.forEach(loop::add);
            loop.add("default -> in.skip();\n").endControlFlow();
        }
        return loop.endControlFlow().add(Parts.joined(after)).build();
    }

    private static void beginLoop(CodeBlock.Builder loop) {
        loop.beginControlFlow("for ($T name = in.first(); name != null; name = in.next())", String.class);
    }

    // private static final class Reader {
    //     private final JsonReader in;
    //     private final ViewPort.Builder builder;
    //
    //     private Reader(JsonReader in, ViewPort.Builder builder) { … }
    //
    //     void properties() { … }
    //
    //     private boolean part1(String name) { … }
    // }
    /** A class with the loop in parts; its method {@code properties} reads what {@link #build} does. */
    TypeSpec buildClass(ClassName type, TypeName reader, TypeName builder) {
        TypeSpec.Builder spec = Parts.classBuilder(type)
                .addField(reader, "in", Modifier.PRIVATE, Modifier.FINAL)
                .addField(builder, "builder", Modifier.PRIVATE, Modifier.FINAL)
                .addFields(variables);
        Parts before = Parts.inClass(Modifier.PRIVATE);
        Parts parts = Parts.inClass(Modifier.PRIVATE).with(ClassName.get(String.class), "name");
        Parts after = Parts.inClass(Modifier.PRIVATE);
        MethodSpec.Builder loop = MethodSpec.methodBuilder("properties")
                .addCode(before.statements("before", this.before))
                .addCode(loop(parts))
                .addCode(after.statements("after", this.after));
        return spec.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(reader, "in")
                        .addParameter(builder, "builder")
                        .addStatement("this.in = in")
                        .addStatement("this.builder = builder")
                        .build())
                .addMethod(loop.build())
                .addMethods(before.methods())
                .addMethods(parts.methods())
                .addMethods(after.methods())
                .build();
    }

    // for (String name = in.first(); name != null; name = in.next()) {
    //     if (!part1(name) && !part2(name)) {
    //         in.skip();
    //     }
    // }
    private CodeBlock loop(Parts parts) {
        CodeBlock isUnknown = parts.calls("part", TypeName.BOOLEAN, cases, ReadLoop::part).stream()
                .map(call -> CodeBlock.of("!$L", call))
                .collect(CodeBlock.joining("\n&& "));
        CodeBlock.Builder loop = CodeBlock.builder();
        beginLoop(loop);
        if (isUnknown.isEmpty()) {
            loop.addStatement("in.skip()");
        } else {
            loop.beginControlFlow("if ($L)", isUnknown)
                    .addStatement("in.skip()")
                    .endControlFlow();
        }
        return loop.endControlFlow().build();
    }

    // switch (name) {
    //     case "width" -> builder.width(in.integer());
    //     default -> {
    //         return false;
    //     }
    // }
    // return true;
    private static CodeBlock part(List<CodeBlock> cases) {
        CodeBlock.Builder part = CodeBlock.builder().beginControlFlow("switch (name)");
        cases.forEach(part::add);
        return part.beginControlFlow("default ->")
                .addStatement("return false")
                .endControlFlow()
                .endControlFlow()
                .addStatement("return true")
                .build();
    }
}
