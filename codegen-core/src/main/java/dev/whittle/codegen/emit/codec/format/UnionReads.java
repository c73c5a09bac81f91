package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods that read a union: an object with one property. */
public final class UnionReads {
    private static final CodeBlock IN = CodeBlock.of("in");

    private final ReadFormat format;
    private final EmitContext context;
    private final UnionShape union;
    private final ClassName type;

    UnionReads(ReadFormat format, UnionShape union) {
        this.format = format;
        this.context = format.context();
        this.union = union;
        this.type = context.names().type(union.id());
    }

    /** Adds the methods of the union's codec to its class. */
    public void addTo(TypeSpec.Builder home) {
        if (context.uses().uses(union.id(), Part.READ)) {
            home.addMethod(read()).addMethod(readMember(home)).addMethod(empty());
        }
    }

    // static Proxy read(JsonReader in) {
    //     Proxy value = null;
    //     String tag = "";
    //     for (String name = in.firstMember(); name != null; name = in.nextMember()) {
    //         if (value != null) {
    //             throw in.unionWithTwo("Proxy", tag, name);
    //         }
    //         value = readMemberOf(name, in);
    //         tag = name;
    //     }
    //     return value == null ? empty() : value;
    // }
    private MethodSpec read() {
        return MethodSpec.methodBuilder(method("read"))
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(format.reader(), "in")
                .addStatement("$T value = null", type)
                .addStatement("$T tag = $S", String.class, "")
                .beginControlFlow(
                        "for ($T name = in.$L(); name != null; name = in.$L())",
                        String.class,
                        format.firstMember(),
                        format.nextMember())
                .beginControlFlow("if (value != null)")
                .addStatement("throw in.unionWithTwo($S, tag, name)", type.simpleName())
                .endControlFlow()
                .addStatement("value = $L(name, in)", method("readMemberOf"))
                .addStatement("tag = name")
                .endControlFlow()
                .addStatement("return value == null ? $L() : value", method("empty"))
                .build();
    }

    // private static Proxy readMemberOf(String name, JsonReader in) {
    //     return switch (name) {
    //         case "externalProxy" -> Proxy.externalProxy(ExternalProxyCodec.read(in));
    //         default -> new Proxy.Unknown(name, in.document());
    //     };
    // }
    private MethodSpec readMember(TypeSpec.Builder home) {
        List<CodeBlock> cases = context.wire().structure(union.id()).members().stream()
                .map(this::caseOf)
                .toList();
        CodeBlock unknown = format.unknownMember(type.nestedClass("Unknown"));
        Parts parts = Parts.inNested(format.home().nestedClass("Reader"))
                .with(ClassName.get(String.class), "name")
                .with(format.reader(), "in");
        CodeBlock code =
                Choice.ofName("name", type, cases, format.beforeUnknownMember(), unknown, context.isLong(union), parts);
        parts.addTo(home);
        return MethodSpec.methodBuilder(method("readMemberOf"))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addParameter(String.class, "name")
                .addParameter(format.reader(), "in")
                .addCode(code)
                .build();
    }

    private CodeBlock caseOf(BoundMember bound) {
        return CodeBlock.of(
                "case $S -> $T.$N($L);\n",
                format.property(((WireBinding.Body) bound.binding()).name()),
                type,
                context.names().member(union.id(), bound.member()),
                format.value(IN, context.model().shape(bound.member().target()), bound.timestampFormat()));
    }

    // static Proxy empty() {
    //     return new Proxy.Unknown("", Document.NULL);
    // }
    private MethodSpec empty() {
        return MethodSpec.methodBuilder(method("empty"))
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addStatement("return new $T($S, $T.NULL)", type.nestedClass("Unknown"), "", RuntimeTypes.DOCUMENT)
                .build();
    }

    private String method(String verb) {
        return context.codecs().method(verb, union.id());
    }
}
