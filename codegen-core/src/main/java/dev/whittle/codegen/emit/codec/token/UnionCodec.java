package dev.whittle.codegen.emit.codec.token;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods that read and write a union: an object with one property. */
final class UnionCodec {
    private final EmitContext context;
    private final UnionShape union;
    private final ClassName type;
    private final ValueCode values;

    UnionCodec(EmitContext context, UnionShape union, ClassName home) {
        this.context = context;
        this.union = union;
        this.type = context.names().type(union.id());
        this.values = new ValueCode(context, home);
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        if (context.uses().uses(union.id(), Part.WRITE)) {
            methods.add(write());
        }
        if (context.uses().uses(union.id(), Part.READ)) {
            methods.add(read());
            methods.add(readMember());
            methods.add(empty());
        }
        methods.addAll(new CollectionMethods(context).of(union.id(), type));
        return methods;
    }

    // static void write(Proxy value, JsonWriter out) {
    //     out.startObject();
    //     if (value instanceof Proxy.ExternalProxyMember member) {
    //         out.name("externalProxy");
    //         ExternalProxyCodec.write(member.externalProxy(), out);
    //     } else if (value instanceof Proxy.Unknown unknown && !unknown.tag().isEmpty()) {
    //         out.name(unknown.tag());
    //         out.value(unknown.value());
    //     }
    //     out.endObject();
    // }
    private MethodSpec write() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(method("write"))
                .addModifiers(Modifier.STATIC)
                .addParameter(type, "value")
                .addParameter(values.writer(), "out")
                .addStatement("out.startObject()");
        List<BoundMember> members = context.wire().structure(union.id()).members();
        CodeBlock.Builder choice = CodeBlock.builder();
        boolean first = true;
        for (BoundMember bound : members) {
            ClassName record = context.names().unionRecord(union.id(), bound.member());
            CodeBlock condition = CodeBlock.of("if (value instanceof $T member)", record);
            if (first) {
                choice.beginControlFlow("$L", condition);
            } else {
                choice.nextControlFlow("else $L", condition);
            }
            first = false;
            Shape target = context.model().shape(bound.member().target());
            CodeBlock value = CodeBlock.of("member.$N()", context.names().member(union.id(), bound.member()));
            choice.add(values.writeProperty(name(bound), target, value, bound.timestampFormat()));
        }
        choice.nextControlFlow(
                        "else if (value instanceof $T unknown && !unknown.tag().isEmpty())",
                        type.nestedClass("Unknown"))
                .addStatement("out.name(unknown.tag())")
                .addStatement("out.value(unknown.value())")
                .endControlFlow();
        return method.addCode(choice.build()).addStatement("out.endObject()").build();
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
                .addParameter(values.reader(), "in")
                .addStatement("$T value = null", type)
                .addStatement("$T tag = $S", String.class, "")
                .beginControlFlow(
                        "for ($T name = in.firstMember(); name != null; name = in.nextMember())", String.class)
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
    private MethodSpec readMember() {
        CodeBlock.Builder choice =
                CodeBlock.builder().add("return switch (name) {\n").indent();
        for (BoundMember bound : context.wire().structure(union.id()).members()) {
            choice.add(
                    "case $S -> $T.$N($L);\n",
                    name(bound),
                    type,
                    context.names().member(union.id(), bound.member()),
                    values.read(context.model().shape(bound.member().target())));
        }
        choice.add("default -> new $T(name, in.document());\n", type.nestedClass("Unknown"))
                .unindent()
                .add("};\n");
        return MethodSpec.methodBuilder(method("readMemberOf"))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addParameter(String.class, "name")
                .addParameter(values.reader(), "in")
                .addCode(choice.build())
                .build();
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

    private static String name(BoundMember bound) {
        return ((WireBinding.Body) bound.binding()).name();
    }
}
