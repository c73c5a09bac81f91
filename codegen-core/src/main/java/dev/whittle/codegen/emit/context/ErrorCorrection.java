package dev.whittle.codegen.emit.context;

import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.emit.java.Parts.Piece;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.names.Names;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The defaults of required members that a response omits, after the client error correction of the Smithy
 * specification: a service may relax its API without breaking its callers.
 */
public final class ErrorCorrection {
    private final ServiceModel model;
    private final Names names;
    private final JavaTypes types;

    public ErrorCorrection(ServiceModel model, Names names, JavaTypes types) {
        this.model = model;
        this.names = names;
        this.types = types;
    }

    /** The required members of a structure without a default in the model; a stream is always there. */
    public List<JavaMember> required(StructureShape structure) {
        return JavaMember.of(structure, model, names, types).stream()
                .filter(property -> property.required() && property.neverNull() && !property.isStream())
                .toList();
    }

    /** Whether the default is a structure or union, which is created only if the member is missing. */
    public static boolean isLazy(JavaMember property) {
        return property.target() instanceof StructureShape || property.target() instanceof UnionShape;
    }

    // ViewPort.builder().width(0).height(0)
    /** A builder with the defaults that are not created late, unless there are too many of them: {@link #presets}. */
    public CodeBlock builder(StructureShape structure) {
        CodeBlock.Builder builder = CodeBlock.builder().add("$T.builder()", names.type(structure.id()));
        List<JavaMember> early = early(structure);
        if (Parts.areNeeded(early.size())) {
            return builder.build();
        }
        for (JavaMember property : early) {
            builder.add(early.size() > 2 ? "\n.$N($L)" : ".$N($L)", property.name(), value(property.target()));
        }
        return builder.build();
    }

    // builder.width(0);
    /** The defaults that {@link #builder} leaves to statements, because there are too many of them for an expression. */
    public List<Piece> presets(StructureShape structure) {
        List<JavaMember> early = early(structure);
        return !Parts.areNeeded(early.size())
                ? List.of()
                : early.stream()
                        .map(property -> Piece.statement("builder.$N($L)", property.name(), value(property.target())))
                        .toList();
    }

    private List<JavaMember> early(StructureShape structure) {
        return required(structure).stream()
                .filter(property -> !isLazy(property))
                .toList();
    }

    private CodeBlock value(Shape shape) {
        if (shape instanceof SimpleShape simple) {
            return simple(simple);
        }
        if (shape instanceof EnumShape) {
            return CodeBlock.of("$T.of($S)", names.type(shape.id()), "");
        }
        return CodeBlock.of("$T.of()", shape instanceof ListShape ? List.class : Map.class);
    }

    /** The default of a shape, in words. */
    public static String text(Shape shape) {
        if (shape instanceof SimpleShape simple) {
            return switch (simple.type()) {
                case STRING -> "{@code \"\"}";
                case BOOLEAN -> "{@code false}";
                case BYTE, SHORT, INTEGER, LONG, FLOAT, DOUBLE, BIG_INTEGER, BIG_DECIMAL -> "{@code 0}";
                case BLOB -> "an empty blob";
                case TIMESTAMP -> "{@code 1970-01-01T00:00:00Z}";
                case DOCUMENT -> "the document {@code null}";
            };
        }
        if (shape instanceof EnumShape) {
            return "the value {@code \"\"}";
        }
        if (shape instanceof UnionShape) {
            return "{@code Unknown} with an empty tag";
        }
        if (shape instanceof StructureShape) {
            return "an empty structure";
        }
        return shape instanceof ListShape ? "an empty list" : "an empty map";
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
