package dev.whittle.codegen.emit.codec;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.context.CodecUsage;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.Shape;
import javax.lang.model.element.Modifier;

/** The codec of a list or map whose elements have none: numbers, enums, other collections. */
public final class CollectionCodecEmitter {
    private final EmitContext context;

    public CollectionCodecEmitter(EmitContext context) {
        this.context = context;
    }

    // final class MouseButtonsCodec { … }
    public TypeSpec emit(Shape collection) {
        ClassName home = context.names().codec(collection.id());
        CodecUsage uses = context.uses();
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(home)
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        Deprecations.suppress(spec, context.model(), collection);
        if (uses.uses(collection.id(), Part.READ) || uses.uses(collection.id(), Part.READ_ENTRY)) {
            spec.addMethods(Formats.reads(context, home).collection(collection));
        }
        if (uses.uses(collection.id(), Part.WRITE)) {
            spec.addMethods(Formats.writes(context, home).collection(collection));
        }
        return spec.build();
    }
}
