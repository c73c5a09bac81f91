package dev.whittle.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.part.CodecUses;
import dev.whittle.codegen.emit.part.CodecUses.Part;
import dev.whittle.codegen.emit.part.Deprecations;
import dev.whittle.codegen.emit.part.JsonCollections;
import dev.whittle.codegen.emit.part.JsonValues;
import dev.whittle.codegen.emit.part.RuntimeTypes;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.protocol.BoundMember;
import dev.whittle.codegen.protocol.WireBinding;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The codec of a union: an object with one property. */
final class UnionCodecEmitter {
    private final EmitContext context;
    private final CodecUses uses;
    private final JsonValues values;

    UnionCodecEmitter(EmitContext context, CodecUses uses) {
        this.context = context;
        this.uses = uses;
        this.values = new JsonValues(context.names(), uses);
    }

    // final class ProxyJson { … }
    TypeSpec emit(UnionShape union) {
        ClassName type = context.names().type(union.id());
        TypeSpec.Builder spec = TypeSpec.classBuilder(context.names().json(union.id()))
                .addAnnotation(RuntimeTypes.GENERATED)
                .addModifiers(Modifier.FINAL);
        Deprecations.suppress(spec, context.model(), union);
        boolean reads = uses.uses(union.id(), Part.READ);
        if (reads) {
            spec.addField(FieldSpec.builder(type, "EMPTY", Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("Stands in where a value is missing or has no member.")
                    .initializer("new $T($S, $T.NULL)", type.nestedClass("Unknown"), "", RuntimeTypes.DOCUMENT)
                    .build());
        }
        spec.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        if (uses.uses(union.id(), Part.WRITE)) {
            spec.addMethod(write(union, type));
        }
        if (reads) {
            spec.addMethod(read(type)).addMethod(readMember(union, type));
        }
        JsonCollections.addTo(spec, union.id(), type, uses);
        return spec.build();
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
    private MethodSpec write(UnionShape union, ClassName type) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
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
    //     for (String name = JsonReads.start(in); name != null; name = in.nextName()) {
    //         if (in.nextToken() == JsonToken.VALUE_NULL || name.equals("__type")) {
    //             in.skipChildren();
    //             continue;
    //         }
    //         if (value != null) {
    //             throw JsonReads.unionWithTwo(in, "Proxy", tag, name);
    //         }
    //         value = readMember(name, in);
    //         tag = name;
    //     }
    //     return value == null ? EMPTY : value;
    // }
    private static MethodSpec read(ClassName type) {
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeTypes.JSON_PARSER, "in")
                .addStatement("$T value = null", type)
                .addStatement("$T tag = $S", String.class, "")
                .beginControlFlow(
                        "for ($T name = $T.start(in); name != null; name = in.nextName())",
                        String.class,
                        RuntimeTypes.JSON_READS)
                .beginControlFlow(
                        "if (in.nextToken() == $T.VALUE_NULL || name.equals($S))", RuntimeTypes.JSON_TOKEN, "__type")
                .addStatement("in.skipChildren()")
                .addStatement("continue")
                .endControlFlow()
                .beginControlFlow("if (value != null)")
                .addStatement("throw $T.unionWithTwo(in, $S, tag, name)", RuntimeTypes.JSON_READS, type.simpleName())
                .endControlFlow()
                .addStatement("value = readMember(name, in)")
                .addStatement("tag = name")
                .endControlFlow()
                .addStatement("return value == null ? EMPTY : value")
                .build();
    }

    // private static Proxy readMember(String name, JsonParser in) {
    //     return switch (name) {
    //         case "externalProxy" -> Proxy.externalProxy(ExternalProxyJson.read(in));
    //         default -> new Proxy.Unknown(name, JsonReads.document(in));
    //     };
    // }
    private MethodSpec readMember(UnionShape union, ClassName type) {
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
        return MethodSpec.methodBuilder("readMember")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addParameter(String.class, "name")
                .addParameter(RuntimeTypes.JSON_PARSER, "in")
                .addCode(choice.build())
                .build();
    }

    private static String name(BoundMember bound) {
        return ((WireBinding.Body) bound.binding()).name();
    }
}
