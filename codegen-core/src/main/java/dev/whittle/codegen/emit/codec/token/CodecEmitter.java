package dev.whittle.codegen.emit.codec.token;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import javax.lang.model.element.Modifier;

/** The codecs of structures and unions in JSON, or in any format that speaks through the same parser and generator. */
public final class CodecEmitter {
    private final EmitContext context;

    public CodecEmitter(EmitContext context) {
        this.context = context;
    }

    // final class ViewPortCodec { … }
    public TypeSpec emit(Shape shape) {
        ClassName home = context.names().codec(shape.id());
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(home)
                .addJavadoc("Reads and writes {@link $T}.", context.names().type(shape.id()))
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        Deprecations.suppress(spec, context.model(), shape);
        addResidents(spec, home);
        return spec.build();
    }

    /** Adds the codecs that are in a class; those of errors are methods over whole responses, not codecs. */
    public void addResidents(TypeSpec.Builder spec, ClassName home) {
        for (Shape shape : context.codecs().residents(home)) {
            if (shape instanceof StructureShape structure && structure.role() != Shape.Role.ERROR) {
                spec.addMethods(new StructureCodec(context, structure, home).methods());
            } else if (shape instanceof UnionShape union) {
                spec.addMethods(new UnionCodec(context, union, home).methods());
            }
        }
    }
}
