package dev.whittle.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.part.CodecUses;
import dev.whittle.codegen.emit.part.CodecUses.Part;
import dev.whittle.codegen.emit.part.Deprecations;
import dev.whittle.codegen.emit.part.GeneratedTypes;
import dev.whittle.codegen.emit.part.JsonCollections;
import dev.whittle.codegen.emit.part.JsonValues;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import javax.lang.model.element.Modifier;

/** The codec of a list or map whose elements have none: numbers, enums, other collections. */
final class CollectionCodecEmitter {
    private final EmitContext context;

    CollectionCodecEmitter(EmitContext context) {
        this.context = context;
    }

    // final class MouseButtonsCodec { … }
    TypeSpec emit(Shape collection) {
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(context.names().json(collection.id()))
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        Deprecations.suppress(spec, context.model(), collection);
        JsonValues values = context.values(context.names().json(collection.id()));
        Member member = CodecUses.element(collection);
        Shape element = context.model().shape(member.target());
        TypeName type = context.types().boxed(member.target());
        CodeBlock read = values.read(element);
        CodeBlock write =
                values.write(element, CodeBlock.of("element"), context.wire().bodyFormat(member, element));
        boolean reads = context.uses().uses(collection.id(), Part.READ);
        boolean writes = context.uses().uses(collection.id(), Part.WRITE);
        if (collection instanceof ListShape list) {
            if (reads) {
                spec.addMethod(JsonCollections.readList("read", type, list.sparse(), read));
            }
            if (writes) {
                spec.addMethod(JsonCollections.writeList("write", type, list.sparse(), write));
            }
        } else if (collection instanceof MapShape map) {
            TypeName key = context.types().boxed(map.key().target());
            boolean byEnum = context.model().shape(map.key().target()) instanceof EnumShape;
            if (reads) {
                CodeBlock readKey = byEnum ? CodeBlock.of("$T.of(name)", key) : CodeBlock.of("name");
                spec.addMethod(JsonCollections.readMap("read", key, readKey, type, map.sparse(), read));
            }
            if (writes) {
                CodeBlock writeKey = CodeBlock.of(byEnum ? "entry.getKey().value()" : "entry.getKey()");
                spec.addMethod(JsonCollections.writeMap("write", key, writeKey, type, map.sparse(), write));
            }
        }
        return spec.build();
    }
}
