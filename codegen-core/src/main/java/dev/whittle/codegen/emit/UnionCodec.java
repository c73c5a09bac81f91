package dev.whittle.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.whittle.codegen.emit.part.CodecUses.Part;
import dev.whittle.codegen.emit.part.JsonCollections;
import dev.whittle.codegen.emit.part.JsonValues;
import dev.whittle.codegen.emit.part.RuntimeTypes;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.protocol.BoundMember;
import dev.whittle.codegen.protocol.WireBinding;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods that read and write a union: an object with one property. */
final class UnionCodec {
    private final EmitContext context;
    private final UnionShape union;
    private final ClassName type;
    private final JsonValues values;

    UnionCodec(EmitContext context, UnionShape union, ClassName home) {
        this.context = context;
        this.union = union;
        this.type = context.names().type(union.id());
        this.values = context.values(home);
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
        methods.addAll(JsonCollections.of(union.id(), type, context.uses(), context.codecs()));
        return methods;
    }

    // static void write(Proxy value, JsonGenerator out) {
    //     out.writeStartObject();
    //     if (value instanceof Proxy.ExternalProxyMember member) {
    //         out.writeName("externalProxy");
    //         ExternalProxyJson.write(member.externalProxy(), out);
    //     } else if (value instanceof Proxy.Unknown unknown && !unknown.tag().isEmpty()) {
    //         out.writeName(unknown.tag());
    //         JsonWrites.document(out, unknown.value());
    //     }
    //     out.writeEndObject();
    // }
    private MethodSpec write() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(method("write"))
                .addModifiers(Modifier.STATIC)
                .addParameter(type, "value")
                .addParameter(RuntimeTypes.JSON_GENERATOR, "out")
                .addStatement("out.writeStartObject()");
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
                .addStatement("out.writeName(unknown.tag())")
                .addStatement("$T.document(out, unknown.value())", RuntimeTypes.JSON_WRITES)
                .endControlFlow();
        return method.addCode(choice.build())
                .addStatement("out.writeEndObject()")
                .build();
    }

    // static Proxy read(JsonParser in) {
    //     Proxy value = null;
    //     String tag = "";
    //     for (String name = JsonReads.firstMember(in); name != null; name = JsonReads.nextMember(in)) {
    //         if (value != null) {
    //             throw JsonReads.unionWithTwo(in, "Proxy", tag, name);
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
                .addParameter(RuntimeTypes.JSON_PARSER, "in")
                .addStatement("$T value = null", type)
                .addStatement("$T tag = $S", String.class, "")
                .beginControlFlow(
                        "for ($T name = $T.firstMember(in); name != null; name = $T.nextMember(in))",
                        String.class,
                        RuntimeTypes.JSON_READS,
                        RuntimeTypes.JSON_READS)
                .beginControlFlow("if (value != null)")
                .addStatement("throw $T.unionWithTwo(in, $S, tag, name)", RuntimeTypes.JSON_READS, type.simpleName())
                .endControlFlow()
                .addStatement("value = $L(name, in)", method("readMemberOf"))
                .addStatement("tag = name")
                .endControlFlow()
                .addStatement("return value == null ? $L() : value", method("empty"))
                .build();
    }

    // private static Proxy readMemberOf(String name, JsonParser in) {
    //     return switch (name) {
    //         case "externalProxy" -> Proxy.externalProxy(ExternalProxyJson.read(in));
    //         default -> new Proxy.Unknown(name, JsonReads.document(in));
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
        choice.add("default -> new $T(name, $T.document(in));\n", type.nestedClass("Unknown"), RuntimeTypes.JSON_READS)
                .unindent()
                .add("};\n");
        return MethodSpec.methodBuilder(method("readMemberOf"))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addParameter(String.class, "name")
                .addParameter(RuntimeTypes.JSON_PARSER, "in")
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
