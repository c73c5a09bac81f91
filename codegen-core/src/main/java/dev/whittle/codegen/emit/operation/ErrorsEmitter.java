package dev.whittle.codegen.emit.operation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.CodecEmitter;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.ShapeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** The table of a service's errors: from the code in a response to the exception. */
public final class ErrorsEmitter {
    private final EmitContext context;
    private final SharedCodes shared;

    public ErrorsEmitter(EmitContext context) {
        this.context = context;
        this.shared = new SharedCodes(context);
    }

    // final class BedrockAgentCoreErrors {
    //     …
    // }
    public TypeSpec emit() {
        List<StructureShape> errors = context.model().errors();
        ClassName home = context.names().errors();
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(home)
                .addJavadoc(
                        "Reads the errors of $L.",
                        Javadoc.inline(context.model().service().fullName()))
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(read(table(errors, home)));
        List<Shape> used = new ArrayList<>(context.codecs().residents(home));
        used.addAll(errors);
        Deprecations.suppress(spec, context.model(), used);
        for (StructureShape error : errors) {
            ErrorMethod method = new ErrorMethod(context, error, home);
            if (method.isNeeded() && !context.codecs().isAlone(error)) {
                spec.addMethod(method.emit(spec));
            }
        }
        new CodecEmitter(context).addResidents(spec, home);
        return spec.build();
    }

    // final class ValidationExceptionCodec { … }
    /** The class of the method of an error that has one of its own. */
    public TypeSpec emit(StructureShape error) {
        ClassName home = context.names().codec(error.id());
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(home)
                .addJavadoc("Reads {@link $T}.", context.names().type(error.id()))
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        Deprecations.suppress(spec, context.model(), error);
        return spec.addMethod(new ErrorMethod(context, error, home).emit(spec)).build();
    }

    // static ServiceException read(ErrorReader in) {
    //     try {
    //         …
    //     } catch (RuntimeException e) {
    //         // An error whose members cannot be read is still an error of the service.
    //         BedrockAgentCoreException error = new BedrockAgentCoreException(in.details());
    //         error.addSuppressed(e);
    //         return error;
    //     }
    // }
    private MethodSpec read(CodeBlock table) {
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(RuntimeTypes.SERVICE_EXCEPTION)
                .addParameter(RuntimeTypes.ERROR_READER, "in")
                .beginControlFlow("try")
                .addCode(table)
                .nextControlFlow("catch ($T e)", RuntimeException.class)
                .addComment("An error whose members cannot be read is still an error of the service.")
                .addStatement(
                        "$1T error = new $1T(in.details())", context.names().baseException())
                .addStatement("error.addSuppressed(e)")
                .addStatement("return error")
                .endControlFlow()
                .build();
    }

    // return switch (in.code()) {
    //     case "ConflictException" -> ConflictException.builder().details(in.details()).build();
    //     case "ValidationException" -> readValidationException(in);
    //     default -> in.isOfStatus() ? read(in) : new BedrockAgentCoreException(in.details());
    // };
    private CodeBlock table(List<StructureShape> errors, ClassName home) {
        CodeBlock.Builder table =
                CodeBlock.builder().add("return switch (in.code()) {\n").indent();
        // The code of an error takes precedence over an alias of another error.
        Set<String> own = new HashSet<>();
        errors.forEach(error -> own.add(context.wire().errorCodes(error.id()).get(0)));
        Set<String> taken = new HashSet<>();
        for (StructureShape error : errors) {
            List<String> all = context.wire().errorCodes(error.id());
            CodeBlock cases = all.stream()
                    .filter(code -> code.equals(all.get(0)) || !own.contains(code))
                    .filter(taken::add)
                    .map(code -> CodeBlock.of("$S", code))
                    .collect(CodeBlock.joining(", "));
            if (cases.isEmpty() && shared.isListed(error)) {
                cases = CodeBlock.of("$S", SharedCodes.key(all.get(0), error.id()));
            }
            if (!cases.isEmpty()) {
                table.add("case $L -> $L;\n", cases, new ErrorMethod(context, error, home).call());
            }
        }
        boolean anyByStatus = context.model().operations().stream()
                .anyMatch(operation -> !byStatus(context, operation, shared).isEmpty());
        return table.add(
                        anyByStatus
                                ? "default -> in.isOfStatus() ? read(in) : new $T(in.details());\n"
                                : "default -> new $T(in.details());\n",
                        context.names().baseException())
                .unindent()
                .add("};\n")
                .build();
    }

    /**
     * The codes of the errors of an operation by their statuses, without statuses that several of them have. There are none
     * for AWS services, known by their endpoint rules, because they send a code with every error.
     */
    static SortedMap<Integer, String> byStatus(EmitContext context, Operation operation, SharedCodes shared) {
        SortedMap<Integer, String> codes = new TreeMap<>();
        if (context.model().endpoints() != null) {
            return codes;
        }
        Set<Integer> ambiguous = new HashSet<>();
        SortedMap<String, String> keys = shared.of(operation);
        for (ShapeId id : operation.errors()) {
            int status = context.model().structure(id).errorTrait().httpStatus();
            String code = context.wire().errorCodes(id).get(0);
            if (status != 0 && codes.put(status, keys.getOrDefault(code, code)) != null) {
                ambiguous.add(status);
            }
        }
        codes.keySet().removeAll(ambiguous);
        return codes;
    }
}
