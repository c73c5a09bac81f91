package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.doc.DocLinks;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.doc.MemberTexts;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape.UnionShape;
import java.util.HashMap;
import java.util.Map;
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
        DocLinks links = context.links().in(type, members(union));
        MemberTexts texts = new MemberTexts(links);
        Javadoc javadoc = Javadoc.ofModel(links, union.documentation())
                .paragraph(
                        "The service may add $L; a {@code switch} needs a {@code default}.",
                        union.eventStream() == null ? "members" : "events");
        TypeSpec.Builder spec = GeneratedTypes.interfaceBuilder(type).addModifiers(Modifier.PUBLIC, Modifier.SEALED);
        Deprecations.mark(spec, javadoc, union.deprecated());
        Deprecations.suppress(spec, context.model(), union);
        spec.addJavadoc(javadoc.build());
        UnionRecords records = new UnionRecords(context, texts);
        for (Member member : union.members()) {
            spec.addPermittedSubclass(context.names().unionRecord(union.id(), member));
            spec.addMethod(factory(union, member, type, texts));
            spec.addType(records.member(union, member));
        }
        return spec.addPermittedSubclass(unknown)
                .addPermittedSubclass(context.names().undeclaredMember())
                .addType(UnionRecords.unknown(
                        type,
                        union.eventStream() != null,
                        !context.wire().body().isXml()))
                .build();
    }

    // static Proxy externalProxy(ExternalProxy externalProxy) {
    //     return new ExternalProxyMember(externalProxy);
    // }
    private MethodSpec factory(UnionShape union, Member member, ClassName type, MemberTexts texts) {
        String name = context.names().member(union.id(), member);
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(context.types().plain(member.target()), name)
                .addStatement("return new $T($N)", context.names().unionRecord(union.id(), member), name);
        Javadoc javadoc = texts.javadoc(member);
        if (member.deprecated() != null) {
            javadoc.deprecated(member.deprecated());
            method.addAnnotation(Deprecated.class);
        }
        return method.addJavadoc(javadoc.build()).build();
    }

    private Map<String, String> members(UnionShape union) {
        Map<String, String> members = new HashMap<>();
        union.members()
                .forEach(member -> members.put(member.name(), context.names().member(union.id(), member)));
        return members;
    }
}
