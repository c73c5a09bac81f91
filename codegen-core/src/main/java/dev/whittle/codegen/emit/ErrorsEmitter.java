package dev.whittle.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.part.Deprecations;
import dev.whittle.codegen.emit.part.RuntimeTypes;
import dev.whittle.codegen.model.ErrorTrait;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The table of a service's errors: from the code in an answer to the exception. */
final class ErrorsEmitter {
    private final EmitContext context;

    ErrorsEmitter(EmitContext context) {
        this.context = context;
    }

    // final class BedrockAgentCoreErrors {
    //     static ServiceException read(ErrorReader in) {
    //         try {
    //             return switch (in.code()) {
    //                 case "ValidationException" -> readValidationException(in);
    //                 default -> new BedrockAgentCoreException(in.details());
    //             };
    //         } catch (RuntimeException e) {
    //             // An error whose members cannot be read is still an error of the service.
    //             BedrockAgentCoreException error = new BedrockAgentCoreException(in.details());
    //             error.addSuppressed(e);
    //             return error;
    //         }
    //     }
    // }
    TypeSpec emit(List<StructureShape> errors) {
        ClassName home = context.names().errors();
        Map<String, StructureShape> byCode = new LinkedHashMap<>();
        for (StructureShape error : errors) {
            byCode.putIfAbsent(trait(error).code(), error);
        }
        CodeBlock.Builder choice =
                CodeBlock.builder().add("return switch (in.code()) {\n").indent();
        byCode.forEach((code, error) ->
                choice.add("case $S -> $L(in);\n", code, context.codecs().reference(home, "read", error.id())));
        choice.add("default -> new $T(in.details());\n", context.names().baseException())
                .unindent()
                .add("};\n");
        TypeSpec.Builder spec = TypeSpec.classBuilder(context.names().errors())
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
        new JsonCodecEmitter(context).addResidents(spec, home);
        return spec.build();
    }

    // error.details().toBuilder().retryable(true).build()
    static CodeBlock details(StructureShape structure) {
        CodeBlock traits = ExceptionEmitter.traits(trait(structure));
        return traits.isEmpty()
                ? CodeBlock.of("error.details()")
                : CodeBlock.of("error.details().toBuilder()$L.build()", traits);
    }

    private static ErrorTrait trait(StructureShape error) {
        return Objects.requireNonNull(error.error(), () -> "no error trait on " + error.id());
    }

    /** The errors of a model, sorted by name. */
    static List<StructureShape> errors(EmitContext context) {
        List<StructureShape> errors = new ArrayList<>();
        for (Shape shape : context.model().shapes().values()) {
            if (shape instanceof StructureShape structure && structure.role() == Shape.Role.ERROR) {
                errors.add(structure);
            }
        }
        return errors;
    }
}
