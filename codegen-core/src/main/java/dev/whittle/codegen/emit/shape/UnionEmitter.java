package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.doc.MemberTexts;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape.UnionShape;
import javax.lang.model.element.Modifier;

/** The sealed interface of a union, with a record for each member and one for members yet unknown. */
public final class UnionEmitter {
    private final EmitContext context;

    public UnionEmitter(EmitContext context) {
        this.context = context;
    }

    // @WhittleGenerated
    // public sealed interface Proxy permits Proxy.ExternalProxyMember, Proxy.Unknown, UndeclaredMember { … }
    public TypeSpec emit(UnionShape union) {
        ClassName type = context.names().type(union.id());
        ClassName unknown = type.nestedClass("Unknown");
        Javadoc javadoc = Javadoc.ofModel(union.documentation(), "The union {@code $L}.", type.simpleName())
                .paragraph("The service may add members: a {@code switch} over it needs a {@code default}.");
        TypeSpec.Builder spec = GeneratedTypes.interfaceBuilder(type).addModifiers(Modifier.PUBLIC, Modifier.SEALED);
        Deprecations.mark(spec, javadoc, union.deprecated());
        Deprecations.suppress(spec, context.model(), union);
        spec.addJavadoc(javadoc.build());
        UnionRecords records = new UnionRecords(context);
        for (Member member : union.members()) {
            spec.addPermittedSubclass(context.names().unionRecord(union.id(), member));
            spec.addMethod(factory(union, member, type));
            spec.addType(records.member(union, member));
        }
        return spec.addPermittedSubclass(unknown)
                .addPermittedSubclass(context.names().undeclaredMember())
                .addType(UnionRecords.unknown(type))
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

    static Javadoc documentation(Member member) {
        return new MemberTexts().javadoc(member);
    }
}
