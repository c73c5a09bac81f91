package dev.whittle.codegen.emit.codec.token;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.context.CodecUsage;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import javax.lang.model.element.Modifier;

/** The codec of a list or map whose elements have none: numbers, enums, other collections. */
public final class CollectionCodecEmitter {
    private final EmitContext context;

    public CollectionCodecEmitter(EmitContext context) {
        this.context = context;
    }

    // final class MouseButtonsCodec { … }
    public TypeSpec emit(Shape collection) {
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(context.names().codec(collection.id()))
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        Deprecations.suppress(spec, context.model(), collection);
        ValueCode values = new ValueCode(context, context.names().codec(collection.id()));
        CollectionMethods methods = new CollectionMethods(context);
        Member member = CodecUsage.element(collection);
        Shape element = context.model().shape(member.target());
        TypeName type = context.types().boxed(member.target());
        CodeBlock read = values.read(element);
        CodeBlock write =
                values.write(element, CodeBlock.of("element"), context.wire().bodyFormat(member, element));
        boolean reads = context.uses().uses(collection.id(), Part.READ);
        boolean writes = context.uses().uses(collection.id(), Part.WRITE);
        if (collection instanceof ListShape list) {
            if (reads) {
                spec.addMethod(methods.readList("read", type, list.sparse(), read));
            }
            if (writes) {
                spec.addMethod(methods.writeList("write", type, list.sparse(), write));
            }
        } else if (collection instanceof MapShape map) {
            TypeName key = context.types().boxed(map.key().target());
            boolean byEnum = context.model().shape(map.key().target()) instanceof EnumShape;
            if (reads) {
                CodeBlock readKey = byEnum ? CodeBlock.of("$T.of(name)", key) : CodeBlock.of("name");
                spec.addMethod(methods.readMap("read", key, readKey, type, map.sparse(), read));
            }
            if (writes) {
                CodeBlock writeKey = CodeBlock.of(byEnum ? "entry.getKey().value()" : "entry.getKey()");
                spec.addMethod(methods.writeMap("write", key, writeKey, type, map.sparse(), write));
            }
        }
        return spec.build();
    }
}
