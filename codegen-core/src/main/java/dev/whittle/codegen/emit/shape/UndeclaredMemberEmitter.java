package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.Shape.UnionShape;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The hidden subtype that every union permits, for which a {@code switch} outside needs a {@code default}. */
public final class UndeclaredMemberEmitter {
    private final EmitContext context;

    public UndeclaredMemberEmitter(EmitContext context) {
        this.context = context;
    }

    // final class UndeclaredMember implements Proxy, ResourceLocation {
    //     private UndeclaredMember() {}
    // }
    public TypeSpec emit(List<UnionShape> unions) {
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(context.names().undeclaredMember())
                .addJavadoc("Represents members that unions may gain. It has no instances. It is permitted so that"
                        + " no {@code switch} outside of this package can be exhaustive without a {@code default},"
                        + " and a new member breaks no code.")
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        Deprecations.suppressAny(spec, unions.stream().map(UnionShape::id).toList(), context.model());
        for (UnionShape union : unions) {
            spec.addSuperinterface(context.names().type(union.id()));
        }
        return spec.build();
    }
}
