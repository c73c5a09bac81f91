package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.context.Weights;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.emit.java.Parts.Piece;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.protocol.wire.BoundMember;
import java.util.ArrayList;
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

    /** Adds the method of the structure's codec to its class. */
    public void addTo(TypeSpec.Builder home) {
        if (context.uses().uses(structure.id(), Part.WRITE)) {
            home.addMethod(write(home));
        }
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
    private MethodSpec write(TypeSpec.Builder home) {
        return MethodSpec.methodBuilder(context.codecs().method("write", structure.id()))
                .addModifiers(Modifier.STATIC)
                .addParameter(context.names().type(structure.id()), "value")
                .addParameter(format.writer(), "out")
                .addCode(properties(context.wire().structure(structure.id()).body(), home, "Writer"))
                .build();
    }

    /**
     * Writes an object of some of the members of {@code value} to {@code out}.
     *
     * @param home the class that writes; long code adds a nested class to it
     * @param nested the name of that nested class
     */
    public CodeBlock properties(List<BoundMember> body, TypeSpec.Builder home, String nested) {
        List<Piece> pieces = new ArrayList<>();
        Map<String, JavaMember> properties = new HashMap<>();
        JavaMember.of(structure, context.model(), context.names(), context.types())
                .forEach(property -> properties.put(property.member().name(), property));
        for (BoundMember bound : format.ordered(body)) {
            String name = bound.member().name();
            JavaMember property = Objects.requireNonNull(properties.get(name), name);
            pieces.add(new Piece(writeMember(property, bound), Weights.of(property.target(), context.model())));
        }
        return CodeBlock.builder()
                .add(format.begin())
                .add(context.isLong(structure) ? inParts(pieces, home, nested) : Parts.joined(pieces))
                .add(format.end())
                .build();
    }

    // Writer.part1(value, out);
    // Writer.part2(value, out);
    private CodeBlock inParts(List<Piece> pieces, TypeSpec.Builder home, String nested) {
        Parts parts = Parts.inNested(format.home().nestedClass(nested))
                .with(context.names().type(structure.id()), "value")
                .with(format.writer(), "out");
        CodeBlock code = parts.statements("part", pieces);
        parts.addTo(home);
        return code;
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
