package dev.whittle.codegen.emit.operation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.token.CodecEmitter;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.ErrorTrait;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.ShapeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** The table of a service's errors: from the code in a response to the exception. */
public final class ErrorsEmitter {
    private final EmitContext context;

    public ErrorsEmitter(EmitContext context) {
        this.context = context;
    }

    // final class BedrockAgentCoreErrors {
    //     static ServiceException read(ErrorReader in) {
    //         try {
    //             return switch (in.code()) {
    //                 case "ValidationException" -> readValidationException(in);
    //                 default -> in.isOfStatus() ? read(in) : new BedrockAgentCoreException(in.details());
    //             };
    //         } catch (RuntimeException e) {
    //             // An error whose members cannot be read is still an error of the service.
    //             BedrockAgentCoreException error = new BedrockAgentCoreException(in.details());
    //             error.addSuppressed(e);
    //             return error;
    //         }
    //     }
    // }
    public TypeSpec emit(List<StructureShape> errors) {
        ClassName home = context.names().errors();
        // The code of an error goes before what another one is called besides.
        Set<String> known = new HashSet<>();
        errors.forEach(error -> known.add(context.wire().errorCodes(error.id()).get(0)));
        Set<String> chosen = new HashSet<>();
        CodeBlock.Builder choice =
                CodeBlock.builder().add("return switch (in.code()) {\n").indent();
        for (StructureShape error : errors) {
            List<String> all = context.wire().errorCodes(error.id());
            List<String> codes = all.stream()
                    .filter(code -> code.equals(all.get(0)) || !known.contains(code))
                    .filter(chosen::add)
                    .toList();
            if (!codes.isEmpty()) {
                CodeBlock cases =
                        codes.stream().map(code -> CodeBlock.of("$S", code)).collect(CodeBlock.joining(", "));
                choice.add("case $L -> $L(in);\n", cases, context.codecs().reference(home, "read", error.id()));
            }
        }
        choice.add(
                        hasStatuses(context)
                                ? "default -> in.isOfStatus() ? read(in) : new $T(in.details());\n"
                                : "default -> new $T(in.details());\n",
                        context.names().baseException())
                .unindent()
                .add("};\n");
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(context.names().errors())
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("read")
                        .addModifiers(Modifier.STATIC)
                        .returns(RuntimeTypes.SERVICE_EXCEPTION)
                        .addParameter(RuntimeTypes.ERROR_READER, "in")
                        .beginControlFlow("try")
                        .addCode(choice.build())
                        .nextControlFlow("catch ($T e)", RuntimeException.class)
                        .addComment("An error whose members cannot be read is still an error of the service.")
                        .addStatement(
                                "$1T error = new $1T(in.details())",
                                context.names().baseException())
                        .addStatement("error.addSuppressed(e)")
                        .addStatement("return error")
                        .endControlFlow()
                        .build());
        List<Shape> used = new ArrayList<>(context.codecs().residents(home));
        used.addAll(errors);
        Deprecations.suppress(spec, context.model(), used);
        errors.forEach(error -> spec.addMethod(new ErrorMethod(context, error, home).emit()));
        new CodecEmitter(context).addResidents(spec, home);
        return spec.build();
    }

    private static ErrorTrait trait(StructureShape error) {
        return Objects.requireNonNull(error.error(), () -> "no error trait on " + error.id());
    }

    /**
     * Whether a service may send errors that are to be told by their status. Those of AWS, which are known by the rules
     * for their endpoints, send a code with each.
     */
    private static boolean mayOmitCodes(EmitContext context) {
        return context.model().endpoints() == null;
    }

    private static boolean hasStatuses(EmitContext context) {
        return context.model().operations().stream()
                .anyMatch(operation -> !byStatus(context, operation).isEmpty());
    }

    /** The errors of an operation by their statuses, but for a status that several of them have. */
    static SortedMap<Integer, String> byStatus(EmitContext context, Operation operation) {
        SortedMap<Integer, String> codes = new TreeMap<>();
        if (!mayOmitCodes(context)) {
            return codes;
        }
        Set<Integer> ambiguous = new HashSet<>();
        for (ShapeId id : operation.errors()) {
            ErrorTrait error = trait(context.model().structure(id));
            if (error.httpStatus() != 0
                    && codes.put(
                                    error.httpStatus(),
                                    context.wire().errorCodes(id).get(0))
                            != null) {
                ambiguous.add(error.httpStatus());
            }
        }
        codes.keySet().removeAll(ambiguous);
        return codes;
    }

    /** The errors of a model, sorted by name. */
    public static List<StructureShape> errors(EmitContext context) {
        List<StructureShape> errors = new ArrayList<>();
        for (Shape shape : context.model().shapes().values()) {
            if (shape instanceof StructureShape structure && structure.role() == Shape.Role.ERROR) {
                errors.add(structure);
            }
        }
        return errors;
    }
}
