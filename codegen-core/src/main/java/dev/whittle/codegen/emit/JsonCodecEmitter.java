package dev.whittle.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.part.Deprecations;
import dev.whittle.codegen.emit.part.GeneratedTypes;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import javax.lang.model.element.Modifier;

/** The codecs of structures and unions in JSON, or in any format that speaks through the same parser and generator. */
final class JsonCodecEmitter {
    private final EmitContext context;

    JsonCodecEmitter(EmitContext context) {
        this.context = context;
    }

    // final class ViewPortJson { … }
    TypeSpec emit(Shape shape) {
        ClassName home = context.names().json(shape.id());
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(home)
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        Deprecations.suppress(spec, context.model(), shape);
        addResidents(spec, home);
        return spec.build();
    }

    /** Adds the codecs that stand in a class. */
    void addResidents(TypeSpec.Builder spec, ClassName home) {
        for (Shape shape : context.codecs().residents(home)) {
            if (shape instanceof StructureShape structure) {
                spec.addMethods(new StructureCodec(context, structure, home).methods());
            } else if (shape instanceof UnionShape union) {
                spec.addMethods(new UnionCodec(context, union, home).methods());
            }
        }
    }
}
