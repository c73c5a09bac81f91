package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.protocol.wire.BoundMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The methods that write a structure. */
public final class StructureWrites {
    private final WriteFormat format;
    private final EmitContext context;
    private final StructureShape structure;

    StructureWrites(WriteFormat format, StructureShape structure) {
        this.format = format;
        this.context = format.context();
        this.structure = structure;
    }

    /** The methods of the structure's codec. */
    public List<MethodSpec> methods() {
        return context.uses().uses(structure.id(), Part.WRITE) ? List.of(write()) : List.of();
    }

    // static void write(ViewPort value, JsonWriter out) {
    //     out.startObject();
    //     out.property("width", value.width());
    //     out.property("name", value.name());
    //     if (value.status() != null) {
    //         out.property("status", value.status().value());
    //     }
    //     out.endObject();
    // }
    private MethodSpec write() {
        return MethodSpec.methodBuilder(context.codecs().method("write", structure.id()))
                .addModifiers(Modifier.STATIC)
                .addParameter(context.names().type(structure.id()), "value")
                .addParameter(format.writer(), "out")
                .addCode(properties(context.wire().structure(structure.id()).body()))
                .build();
    }

    /** Writes an object of some of the members of {@code value} to {@code out}. */
    public CodeBlock properties(List<BoundMember> body) {
        CodeBlock.Builder code = CodeBlock.builder().add(format.begin());
        Map<String, JavaMember> properties = new HashMap<>();
        JavaMember.of(structure, context.model(), context.names(), context.types())
                .forEach(property -> properties.put(property.member().name(), property));
        for (BoundMember bound : format.ordered(body)) {
            String name = bound.member().name();
            code.add(writeMember(Objects.requireNonNull(properties.get(name), name), bound));
        }
        return code.add(format.end()).build();
    }

    private CodeBlock writeMember(JavaMember property, BoundMember bound) {
        CodeBlock value = CodeBlock.of("value.$N()", property.name());
        CodeBlock write = format.member(bound, property.target(), value, new Locals("value", "out"));
        if (property.neverNull() || format.takesNothing(bound, property.target())) {
            return write;
        }
        CodeBlock isSet = property.isCollection()
                ? CodeBlock.of("value.$N()", property.presence())
                : CodeBlock.of("$L != null", value);
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", isSet)
                .add(write)
                .endControlFlow()
                .build();
    }
}
