package dev.whittle.codegen.emit.operation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.codec.Formats;
import dev.whittle.codegen.emit.codec.format.ReadFormat;
import dev.whittle.codegen.emit.codec.format.StructureReads;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.emit.shape.ExceptionEmitter;
import dev.whittle.codegen.model.Shape.StructureShape;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The method that reads an error: headers, body, and what every error has. */
final class ErrorMethod {
    private final EmitContext context;
    private final StructureShape error;
    private final ClassName home;

    /**
     * The method of one error.
     *
     * @param home the class of the method
     */
    ErrorMethod(EmitContext context, StructureShape error, ClassName home) {
        this.context = context;
        this.error = error;
        this.home = home;
    }

    // static ValidationException readValidationException(ErrorReader error) {
    //     ValidationException.Builder builder = ValidationException.builder().details(error.details());
    //     JsonReader in = error.json();
    //     … the loop …
    //     return builder.build();
    // }
    /**
     * The method.
     *
     * @param spec the class of the method; a long method adds nested classes to it
     */
    MethodSpec emit(TypeSpec.Builder spec) {
        ClassName type = context.names().type(error.id());
        MethodSpec.Builder method = MethodSpec.methodBuilder(context.codecs().method("read", error.id()))
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeTypes.ERROR_READER, "error");
        ReadFormat format = Formats.reads(context, home);
        StructureReads codec = format.structure(error);
        CodeBlock builder = context.corrections().builder(error);
        method.addStatement("$T builder = $L.details($L)", type.nestedClass("Builder"), builder, details("error"));
        Locals locals = new Locals("error", "in", "builder", StructureReads.NAME, "payload", "body");
        method.addCode(
                new ResponseHeaders(context, locals).read(error, RuntimeTypes.ERROR_READER, "error", home, spec));
        method.addCode(new ResponsePayload(context, home).read(error, "error"));
        if (codec.hasProperties()) {
            method.addStatement("$T in = $L", format.reader(), format.readerOf("error"))
                    .addCode(codec.loop(
                            List.of(), context.wire().structure(error.id()).body(), locals, spec, "Reader"));
        }
        return method.addStatement("return builder.build()").build();
    }

    /** Whether the error is read by a method: only its details are known of an error without members. */
    boolean isNeeded() {
        return !context.wire().structure(error.id()).isWholeBody()
                || Formats.reads(context, home).structure(error).hasProperties();
    }

    // readValidationException(in)
    // ThrottlingException.builder().details(in.details().toBuilder().retryable(true).build()).build()
    /** The expression that reads the error, by the method if there is one. */
    CodeBlock call() {
        return isNeeded()
                ? CodeBlock.of("$L(in)", context.codecs().reference(home, "read", error.id()))
                : CodeBlock.of("$L.details($L).build()", context.corrections().builder(error), details("in"));
    }

    // error.details().toBuilder().retryable(true).build()
    private CodeBlock details(String reader) {
        CodeBlock traits = ExceptionEmitter.traits(error, context.model());
        return traits.isEmpty()
                ? CodeBlock.of("$L.details()", reader)
                : CodeBlock.of("$L.details().toBuilder()$L.build()", reader, traits);
    }
}
