package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.emit.java.Parts.Piece;
import java.util.ArrayList;
import java.util.List;

/** The choice among the members of a union, by a name that is read or by the type of a value that is written. */
public final class Choice {
    private static final String PART = "part";

    private Choice() {}

    /**
     * Statements that return what belongs to a name.
     *
     * @param name the name, as an expression
     * @param type the type of what they return
     * @param cases the cases of a switch, each as {@code case "name" -> value;}
     * @param before what comes before {@code other}; it may be empty
     * @param other what they return for any other name
     * @param parts the parts that are needed if {@code isLong}
     */
    public static CodeBlock ofName(
            String name,
            TypeName type,
            List<CodeBlock> cases,
            CodeBlock before,
            CodeBlock other,
            boolean isLong,
            Parts parts) {
        if (!isLong) {
            List<CodeBlock> all = new ArrayList<>(cases);
            all.add(defaultOf(before, other));
            return select(name, all);
        }
        List<CodeBlock> calls = parts.calls(PART, JavaTypes.nullable(type), cases, some -> {
            List<CodeBlock> all = new ArrayList<>(some);
            all.add(CodeBlock.of("default -> null;\n"));
            return select(name, all);
        });
        CodeBlock.Builder code = CodeBlock.builder().addStatement("$T found = $L", type, calls.get(0));
        for (CodeBlock call : calls.subList(1, calls.size())) {
            code.beginControlFlow("if (found == null)")
                    .addStatement("found = $L", call)
                    .endControlFlow();
        }
        return code.beginControlFlow("if (found != null)")
                .addStatement("return found")
                .endControlFlow()
                .add(before)
                .addStatement("return $L", other)
                .build();
    }

    // return switch (name) {
    //     case "externalProxy" -> Proxy.externalProxy(ExternalProxyCodec.read(in));
    //     default -> new Proxy.Unknown(name, in.document());
    // };
    private static CodeBlock select(String name, List<CodeBlock> cases) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("return switch ($L) {\n", name).indent();
        cases.forEach(code::add);
        return code.unindent().add("};\n").build();
    }

    // default -> {
    //     in.skip();
    //     yield new Proxy.Unknown(name, Document.NULL);
    // }
    private static CodeBlock defaultOf(CodeBlock before, CodeBlock other) {
        return before.isEmpty()
                ? CodeBlock.of("default -> $L;\n", other)
                : CodeBlock.builder()
                        .beginControlFlow("default ->")
                        .add(before)
                        .addStatement("yield $L", other)
                        .endControlFlow()
                        .build();
    }

    /**
     * What happens under a condition.
     *
     * @param condition the condition, which may declare a variable
     * @param piece what happens
     */
    public record Case(CodeBlock condition, Piece piece) {}

    // if (value instanceof Proxy.ExternalProxyMember member) {
    //     …
    // } else if (value instanceof Proxy.Unknown unknown) {
    //     …
    // }
    /**
     * Statements for the first condition that is true.
     *
     * @param parts the parts that are needed if {@code isLong}
     */
    public static CodeBlock ofType(List<Case> cases, Case last, boolean isLong, Parts parts) {
        if (!isLong) {
            List<Case> all = new ArrayList<>(cases);
            all.add(last);
            return chain(all).endControlFlow().build();
        }
        CodeBlock isOther = parts
                .calls(
                        PART,
                        TypeName.BOOLEAN,
                        cases,
                        each -> each.piece().weight(),
                        some -> chain(some)
                                .nextControlFlow("else")
                                .addStatement("return false")
                                .endControlFlow()
                                .addStatement("return true")
                                .build())
                .stream()
                .map(call -> CodeBlock.of("!$L\n&& ", call))
                .collect(CodeBlock.joining(""));
        return CodeBlock.builder()
                .beginControlFlow("if ($L$L)", isOther, last.condition())
                .add(last.piece().code())
                .endControlFlow()
                .build();
    }

    private static CodeBlock.Builder chain(List<Case> cases) {
        CodeBlock.Builder code =
                CodeBlock.builder().beginControlFlow("if ($L)", cases.get(0).condition());
        code.add(cases.get(0).piece().code());
        for (Case each : cases.subList(1, cases.size())) {
            code.nextControlFlow("else if ($L)", each.condition())
                    .add(each.piece().code());
        }
        return code;
    }
}
