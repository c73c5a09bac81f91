package dev.whittle.codegen.emit.codec;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.codec.format.ReadFormat;
import dev.whittle.codegen.emit.codec.format.WriteFormat;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import javax.lang.model.element.Modifier;

/** The codecs of structures and unions, in whatever formats requests and responses have. */
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
        ReadFormat reads = Formats.reads(context, home);
        WriteFormat writes = Formats.writes(context, home);
        for (Shape shape : context.codecs().residents(home)) {
            if (shape instanceof StructureShape structure && structure.role() != Shape.Role.ERROR) {
                writes.structure(structure).addTo(spec);
                reads.structure(structure).addTo(spec);
                addCollections(spec, shape.id(), reads, writes);
            } else if (shape instanceof UnionShape union) {
                writes.union(union).addTo(spec);
                reads.union(union).addTo(spec);
                addCollections(spec, shape.id(), reads, writes);
            }
        }
    }

    /** Adds what is used of the lists and maps of a structure or union. */
    private void addCollections(TypeSpec.Builder spec, ShapeId element, ReadFormat reads, WriteFormat writes) {
        ClassName type = context.names().type(element);
        CodeBlock read = CodeBlock.of("$L(in)", context.codecs().method("read", element));
        CodeBlock write = CodeBlock.of("$L(element, out)", context.codecs().method("write", element));
        for (boolean sparse : new boolean[] {false, true}) {
            if (uses(element, sparse ? Part.READ_SPARSE_LIST : Part.READ_LIST)) {
                spec.addMethod(reads.list(method("read", element, true, sparse), type, sparse, read));
            }
            if (uses(element, sparse ? Part.WRITE_SPARSE_LIST : Part.WRITE_LIST)) {
                spec.addMethod(writes.list(method("write", element, true, sparse), type, sparse, write));
            }
            if (uses(element, sparse ? Part.READ_SPARSE_MAP : Part.READ_MAP)) {
                spec.addMethod(reads.map(method("read", element, false, sparse), type, sparse, read));
            }
            if (uses(element, sparse ? Part.WRITE_SPARSE_MAP : Part.WRITE_MAP)) {
                spec.addMethod(writes.map(method("write", element, false, sparse), type, sparse, write));
            }
        }
    }

    private boolean uses(ShapeId element, Part part) {
        return context.uses().uses(element, part);
    }

    private String method(String verb, ShapeId element, boolean isList, boolean sparse) {
        return context.codecs().collectionMethod(verb, element, isList, sparse);
    }
}
