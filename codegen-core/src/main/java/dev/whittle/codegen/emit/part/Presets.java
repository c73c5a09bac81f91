package dev.whittle.codegen.emit.part;

import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.names.Names;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What stands in for required members that an answer lacks, after the client error correction of the Smithy
 * specification: a service may relax its API without breaking its callers.
 */
public final class Presets {
    private final ServiceModel model;
    private final Names names;
    private final JavaTypes types;

    public Presets(ServiceModel model, Names names, JavaTypes types) {
        this.model = model;
        this.names = names;
        this.types = types;
    }

    // ViewPort.builder().width(0).height(0)
    public CodeBlock builder(StructureShape structure) {
        CodeBlock.Builder builder = CodeBlock.builder().add("$T.builder()", names.type(structure.id()));
        List<Property> required = Property.of(structure, model, names, types).stream()
                .filter(Property::neverNull)
                .toList();
        for (Property property : required) {
            builder.add(required.size() > 2 ? "\n.$N($L)" : ".$N($L)", property.name(), value(property.target()));
        }
        return builder.build();
    }

    private CodeBlock value(Shape shape) {
        if (shape instanceof SimpleShape simple) {
            return simple(simple);
        }
        if (shape instanceof EnumShape) {
            return CodeBlock.of("$T.of($S)", names.type(shape.id()), "");
        }
        if (shape instanceof ListShape) {
            return CodeBlock.of("$T.of()", List.class);
        }
        return shape instanceof MapShape
                ? CodeBlock.of("$T.of()", Map.class)
                : CodeBlock.of("$T.EMPTY", names.json(shape.id()));
    }

    private static CodeBlock simple(SimpleShape shape) {
        return switch (shape.type()) {
            case STRING -> CodeBlock.of("$S", "");
            case BOOLEAN -> CodeBlock.of("false");
            case BYTE -> CodeBlock.of("(byte) 0");
            case SHORT -> CodeBlock.of("(short) 0");
            case INTEGER -> CodeBlock.of("0");
            case LONG -> CodeBlock.of("0L");
            case FLOAT -> CodeBlock.of("0f");
            case DOUBLE -> CodeBlock.of("0d");
            case BIG_INTEGER -> CodeBlock.of("$T.ZERO", BigInteger.class);
            case BIG_DECIMAL -> CodeBlock.of("$T.ZERO", BigDecimal.class);
            case BLOB -> CodeBlock.of("$T.utf8($S)", RuntimeTypes.BLOB, "");
            case TIMESTAMP -> CodeBlock.of("$T.EPOCH", Instant.class);
            case DOCUMENT -> CodeBlock.of("$T.NULL", RuntimeTypes.DOCUMENT);
        };
    }
}
