package dev.whittle.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.part.Deprecations;
import dev.whittle.codegen.emit.part.Javadoc;
import dev.whittle.codegen.emit.part.RuntimeTypes;
import dev.whittle.codegen.emit.part.Sensitivity;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The sealed interface of a union, with a record for each member and one for members yet unknown. */
final class UnionEmitter {
    private final EmitContext context;

    UnionEmitter(EmitContext context) {
        this.context = context;
    }

    // @WhittleGenerated
    // public sealed interface Proxy permits Proxy.ExternalProxyMember, Proxy.Unknown, UndeclaredMember { … }
    TypeSpec emit(UnionShape union) {
        ClassName type = context.names().type(union.id());
        ClassName unknown = type.nestedClass("Unknown");
        Javadoc javadoc = Javadoc.ofModel(union.documentation(), "The union {@code $L}.", type.simpleName())
                .paragraph("The service may add members: a {@code switch} over it needs a {@code default}.");
        TypeSpec.Builder spec = TypeSpec.interfaceBuilder(type)
                .addAnnotation(RuntimeTypes.GENERATED)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED);
        Deprecations.mark(spec, javadoc, union.deprecated());
        Deprecations.suppress(spec, context.model(), union);
        spec.addJavadoc(javadoc.build());
        for (Member member : union.members()) {
            spec.addPermittedSubclass(context.names().unionRecord(union.id(), member));
            spec.addMethod(factory(union, member, type));
            spec.addType(record(union, member, type));
        }
        return spec.addPermittedSubclass(unknown)
                .addPermittedSubclass(context.names().undeclaredMember())
                .addType(unknownRecord(type, unknown))
                .build();
    }

    // static Proxy externalProxy(ExternalProxy externalProxy) {
    //     return new ExternalProxyMember(externalProxy);
    // }
    private MethodSpec factory(UnionShape union, Member member, ClassName type) {
        String name = context.names().member(union.id(), member);
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(context.types().plain(member.target()), name)
                .addStatement("return new $T($N)", context.names().unionRecord(union.id(), member), name);
        Javadoc javadoc = documentation(member).param(name, "the value").returns("the union with this member set");
        if (member.deprecated() != null) {
            javadoc.deprecated(member.deprecated());
            method.addAnnotation(Deprecated.class);
        }
        return method.addJavadoc(javadoc.build()).build();
    }

    // record ExternalProxyMember(ExternalProxy externalProxy) implements Proxy {
    //     public ExternalProxyMember { Objects.requireNonNull(externalProxy, "externalProxy"); }
    // }
    private TypeSpec record(UnionShape union, Member member, ClassName type) {
        ClassName record = context.names().unionRecord(union.id(), member);
        String name = context.names().member(union.id(), member);
        TypeName component = context.types().plain(member.target());
        Shape target = context.model().shape(member.target());
        TypeSpec.Builder spec = TypeSpec.recordBuilder(record)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addSuperinterface(type)
                .addJavadoc(documentation(member).param(name, "the value").build());
        if (component.isPrimitive()) {
            spec.recordConstructor(parameter(component, name).build());
        } else {
            spec.recordConstructor(parameter(component, name)
                    .addStatement("this.$N = $L", name, kept(name, target))
                    .build());
        }
        if (union.sensitive() || Sensitivity.isSensitive(member, context.model())) {
            spec.addMethod(redactedToString(record, name));
        }
        return spec.build();
    }

    private static CodeBlock kept(String name, Shape target) {
        if (target instanceof ListShape list) {
            return CodeBlock.of("$T.$L($N)", RuntimeTypes.COPIES, list.sparse() ? "sparseList" : "list", name);
        }
        if (target instanceof MapShape map) {
            return CodeBlock.of("$T.$L($N)", RuntimeTypes.COPIES, map.sparse() ? "sparseMap" : "map", name);
        }
        return CodeBlock.of("$T.requireNonNull($N, $S)", Objects.class, name, name);
    }

    // record Unknown(String tag, Document value) implements Proxy { … }
    private static TypeSpec unknownRecord(ClassName type, ClassName unknown) {
        return TypeSpec.recordBuilder(unknown)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addSuperinterface(type)
                .addJavadoc(Javadoc.of(
                                "A member that this version of the client does not know; written back as it was received.")
                        .param("tag", "the member's name on the wire")
                        .param("value", "its value")
                        .build())
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addJavadoc(Javadoc.of("A member as it was received.")
                                .param("tag", "the member's name on the wire")
                                .param("value", "its value")
                                .build())
                        .addModifiers(Modifier.PUBLIC)
                        .addParameters(List.of(
                                ParameterSpec.builder(String.class, "tag").build(),
                                ParameterSpec.builder(RuntimeTypes.DOCUMENT, "value")
                                        .build()))
                        .addStatement("this.tag = $T.requireNonNull(tag, $S)", Objects.class, "tag")
                        .addStatement("this.value = $T.requireNonNull(value, $S)", Objects.class, "value")
                        .build())
                .addMethod(MethodSpec.methodBuilder("toString")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addComment("What is not known may be secret.")
                        .addStatement(
                                "return new $T($S).add($S, tag).addSensitive($S, value).toString()",
                                RuntimeTypes.PRINTER,
                                "Unknown",
                                "tag",
                                "value")
                        .build())
                .build();
    }

    private static MethodSpec redactedToString(ClassName record, String name) {
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement(
                        "return new $T($S).addSensitive($S, $N).toString()",
                        RuntimeTypes.PRINTER,
                        record.simpleName(),
                        name,
                        name)
                .build();
    }

    private static MethodSpec.Builder parameter(TypeName type, String name) {
        return MethodSpec.constructorBuilder()
                .addJavadoc(Javadoc.of("The union with this member set.")
                        .param(name, "the value")
                        .build())
                .addModifiers(Modifier.PUBLIC)
                .addParameter(type, name);
    }

    private static Javadoc documentation(Member member) {
        return Javadoc.ofModel(member.documentation(), "The member {@code $L}.", Javadoc.inline(member.name()));
    }
}
