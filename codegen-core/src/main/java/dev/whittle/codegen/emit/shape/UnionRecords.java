package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.doc.MemberTexts;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The records of a union: one for each member, and one for members yet unknown.
 *
 * <p>Their {@code equals}, {@code hashCode} and {@code toString} are written out: those that javac makes for records are
 * larger, and each starts up the machinery of method handles at its first call.
 */
final class UnionRecords {
    private final EmitContext context;
    private final MemberTexts texts;

    UnionRecords(EmitContext context, MemberTexts texts) {
        this.context = context;
        this.texts = texts;
    }

    // record ExternalProxyMember(ExternalProxy externalProxy) implements Proxy { … }
    TypeSpec member(UnionShape union, Member member) {
        ClassName record = context.names().unionRecord(union.id(), member);
        String name = context.names().member(union.id(), member);
        Shape target = context.model().shape(member.target());
        TypeName boxed = context.types().boxed(member.target());
        List<JavaMember> value = List.of(new JavaMember(member, name, "", target, boxed, true, true));
        TypeSpec.Builder spec = begin(record, context.names().type(union.id()))
                .addJavadoc(texts.javadoc(member).build())
                .recordConstructor(constructor(name, context.types().plain(member.target()), target));
        ValueMethods.addTo(spec, record, value, union.sensitive(), context.model());
        return spec.build();
    }

    // public ExternalProxyMember(ExternalProxy externalProxy) {
    //     this.externalProxy = Objects.requireNonNull(externalProxy, "externalProxy must not be null");
    // }
    private static MethodSpec constructor(String name, TypeName type, Shape target) {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addParameter(type, name);
        return type.isPrimitive()
                ? constructor.addStatement("this.$1N = $1N", name).build()
                : constructor
                        .addStatement("this.$N = $L", name, kept(name, target))
                        .build();
    }

    private static CodeBlock kept(String name, Shape target) {
        if (target instanceof ListShape list) {
            return CodeBlock.of("$T.$L($N)", RuntimeTypes.COPIES, list.sparse() ? "sparseList" : "list", name);
        }
        if (target instanceof MapShape map) {
            return CodeBlock.of("$T.$L($N)", RuntimeTypes.COPIES, map.sparse() ? "sparseMap" : "map", name);
        }
        return Builders.nonNull(name);
    }

    // record Unknown(String tag, Document value) implements Proxy { … }
    static TypeSpec unknown(ClassName union, boolean isEvent, boolean isKept) {
        ClassName record = union.nestedClass("Unknown");
        return begin(record, union)
                .addJavadoc((isEvent ? unknownEvent() : unknownMember(isKept)).build())
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(String.class, "tag")
                        .addParameter(RuntimeTypes.DOCUMENT, "value")
                        .addStatement("this.tag = $L", Builders.nonNull("tag"))
                        .addStatement("this.value = $L", Builders.nonNull("value"))
                        .build())
                .addMethod(overriding("equals", boolean.class)
                        .addParameter(JavaTypes.nullable(ClassName.get(Object.class)), "other")
                        .addStatement(
                                "return other instanceof $T that && tag.equals(that.tag) && value.equals(that.value)",
                                record)
                        .build())
                .addMethod(overriding("hashCode", int.class)
                        .addStatement("return 31 * tag.hashCode() + value.hashCode()")
                        .build())
                .addMethod(overriding("toString", String.class)
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

    private static Javadoc unknownMember(boolean isKept) {
        return Javadoc.of("A member that this version of the client does not know. "
                        + (isKept ? "Writing it back sends what was received." : "It cannot be written back."))
                .param("tag", "the member's name on the wire; empty if a response has no member")
                .param(
                        "value",
                        isKept ? "what the service sent" : "{@code Document.NULL}: what the service sent is not kept");
    }

    private static Javadoc unknownEvent() {
        return Javadoc.of("An event that this version of the client does not know.")
                .param("tag", "the type of the event")
                .param(
                        "value",
                        "the payload of the event; a string if it is not JSON, in Base64 if it is not UTF-8 either");
    }

    private static TypeSpec.Builder begin(ClassName record, ClassName union) {
        return GeneratedTypes.recordBuilder(record)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addSuperinterface(union);
    }

    private static MethodSpec.Builder overriding(String name, Class<?> returned) {
        return Overrides.overriding(name, Modifier.PUBLIC).returns(returned);
    }
}
