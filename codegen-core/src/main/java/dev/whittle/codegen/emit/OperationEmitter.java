package dev.whittle.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.part.Deprecations;
import dev.whittle.codegen.emit.part.GeneratedTypes;
import dev.whittle.codegen.emit.part.Locals;
import dev.whittle.codegen.emit.part.Overrides;
import dev.whittle.codegen.emit.part.RuntimeTypes;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.protocol.StructureWire;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class of an operation: how its input becomes a request, and an answer its output or an error. */
final class OperationEmitter {
    private final EmitContext context;

    OperationEmitter(EmitContext context) {
        this.context = context;
    }

    // public final class GetBrowserSessionOperation extends Operation<GetBrowserSessionRequest,
    // GetBrowserSessionResponse> { … }
    TypeSpec emit(Operation operation) {
        ClassName type = context.names().operation(operation);
        ClassName input = context.names().type(operation.input());
        ClassName output = context.names().type(operation.output());
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(type)
                .addJavadoc("The operation {@code $L}.", operation.name())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.OPERATION, input, output))
                .addField(FieldSpec.builder(type, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The one instance.")
                        .initializer("new $T()", type)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement(
                                "super($S, $S)",
                                operation.name(),
                                operation.http().method())
                        .build());
        Deprecations.suppress(spec, context.model(), used(operation, type));
        if (operation.readOnly()) {
            spec.addMethod(yes("isReadOnly"));
        } else if (operation.idempotent()
                || !context.model().idempotencyTokens(operation).isEmpty()) {
            spec.addMethod(yes("isIdempotent"));
        }
        new AuthMethods(operation.auth()).addTo(spec);
        new BodyMethods(context, operation).addTo(spec);
        new EndpointArguments(context).addOverride(spec, operation);
        spec.addMethod(write(operation, input))
                .addMethod(read(operation, output))
                .addMethod(error(operation));
        new JsonCodecEmitter(context).addResidents(spec, type);
        return spec.build();
    }

    private List<Shape> used(Operation operation, ClassName type) {
        List<Shape> used = new ArrayList<>(context.codecs().residents(type));
        used.add(context.model().shape(operation.input()));
        used.add(context.model().shape(operation.output()));
        return used;
    }

    // @Override
    // public boolean isReadOnly() {
    //     return true;
    // }
    private static MethodSpec yes(String name) {
        return Overrides.overriding(name, Modifier.PUBLIC)
                .returns(boolean.class)
                .addStatement("return true")
                .build();
    }

    // @Override
    // public void write(GetBrowserSessionRequest input, RequestWriter out) { … }
    private MethodSpec write(Operation operation, ClassName input) {
        return Overrides.overriding("write", Modifier.PUBLIC)
                .addParameter(input, "input")
                .addParameter(RuntimeTypes.REQUEST_WRITER, "out")
                .addCode(new RequestWrites(context, operation).write())
                .build();
    }

    // @Override
    // public GetBrowserSessionResponse read(ResponseReader in) {
    //     return GetBrowserSessionResponseJson.read(in.json());
    // }
    private MethodSpec read(Operation operation, ClassName output) {
        StructureShape structure = context.model().structure(operation.output());
        StructureWire wire = context.wire().structure(structure.id());
        MethodSpec.Builder method = Overrides.overriding("read", Modifier.PUBLIC)
                .returns(output)
                .addParameter(RuntimeTypes.RESPONSE_READER, "in");
        if (wire.outsideBody().isEmpty() && wire.payload().isEmpty()) {
            return wire.body().isEmpty()
                    ? method.addStatement("return $T.builder().build()", output).build()
                    : method.addStatement("return $L(in.json())", codec(operation, "read", structure.id()))
                            .build();
        }
        method.addStatement(
                        "$T builder = $L",
                        output.nestedClass("Builder"),
                        context.presets().builder(structure))
                .addCode(
                        new HeaderReads(context, new Locals("in", "builder", "payload", "body")).read(structure, "in"));
        method.addCode(new PayloadReads(context, context.names().operation(operation)).read(structure, "in"));
        if (!wire.body().isEmpty()) {
            method.addStatement("$L(in.json(), builder)", codec(operation, "read", structure.id()));
        }
        return method.addStatement("return builder.build()").build();
    }

    private CodeBlock codec(Operation operation, String verb, ShapeId shape) {
        return context.codecs().reference(context.names().operation(operation), verb, shape);
    }

    // @Override
    // public ServiceException error(ErrorReader in) {
    //     return BedrockAgentCoreErrors.read(in.ofStatus(404, "ResourceNotFoundException"));
    // }
    private MethodSpec error(Operation operation) {
        CodeBlock.Builder reader = CodeBlock.builder().add("in");
        ErrorsEmitter.byStatus(context, operation)
                .forEach((status, code) -> reader.add(".ofStatus($L, $S)", status, code));
        return Overrides.overriding("error", Modifier.PUBLIC)
                .returns(RuntimeTypes.SERVICE_EXCEPTION)
                .addParameter(RuntimeTypes.ERROR_READER, "in")
                .addStatement("return $T.read($L)", context.names().errors(), reader.build())
                .build();
    }
}
