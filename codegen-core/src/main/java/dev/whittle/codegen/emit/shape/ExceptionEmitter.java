package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.api.Sensitivity;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.doc.DocLinks;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.doc.MemberTexts;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.ErrorTrait;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape.StructureShape;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class of a modelled error, and the one that all of them extend. */
public final class ExceptionEmitter {
    private final EmitContext context;

    public ExceptionEmitter(EmitContext context) {
        this.context = context;
    }

    // public class BedrockAgentCoreException extends ServiceException {
    //     public BedrockAgentCoreException(ErrorDetails details) { super(details); }
    // }
    public TypeSpec emitBase() {
        return GeneratedTypes.classBuilder(context.names().baseException())
                .addJavadoc(
                        "An error that $L returned; the errors of the model are subclasses.",
                        Javadoc.inline(context.model().service().fullName()))
                .addModifiers(Modifier.PUBLIC)
                .superclass(RuntimeTypes.SERVICE_EXCEPTION)
                .addField(serialVersion())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(RuntimeTypes.ERROR_DETAILS, "details")
                        .addStatement("super(details)")
                        .build())
                .build();
    }

    // public final class ValidationException extends BedrockAgentCoreException { … }
    public TypeSpec emit(StructureShape structure) {
        ClassName type = context.names().type(structure.id());
        List<JavaMember> properties = JavaMember.of(structure, context.model(), context.names(), context.types());
        DocLinks links = context.links().in(type, JavaMember.accessors(properties));
        MemberTexts texts = new MemberTexts(links);
        Builders builders = new Builders(type, properties, context.types(), texts);
        Javadoc javadoc = Javadoc.ofModel(links, structure.documentation());
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(type)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(context.names().baseException())
                .addField(serialVersion());
        Deprecations.mark(spec, javadoc, structure.deprecated());
        Deprecations.suppress(spec, context.model(), structure);
        spec.addJavadoc(javadoc.build());
        // Values of the model are not serializable, and an exception must be.
        properties.forEach(property -> spec.addField(Accessors.field(property, Modifier.TRANSIENT)));
        Assignments assignments = new Assignments(type, properties, context.names());
        spec.addMethod(assignments.constructor(CodeBlock.of("super(builder.$N)", DETAILS)))
                .addMethods(assignments.parts());
        properties.forEach(property -> Accessors.addTo(spec, property, texts, context.names(), true));
        return spec.addMethod(builders.factory())
                .addType(builder(structure, type, builders))
                .build();
    }

    /** No member of an error has this name: it is reserved. */
    private static final String DETAILS = "details";

    private TypeSpec builder(StructureShape structure, ClassName type, Builders builders) {
        ClassName builder = type.nestedClass("Builder");
        return builders.type()
                .addField(FieldSpec.builder(RuntimeTypes.ERROR_DETAILS, DETAILS, Modifier.PRIVATE)
                        .initializer(initialDetails(structure))
                        .build())
                .addMethod(MethodSpec.methodBuilder(DETAILS)
                        .addJavadoc("What is common to all errors: status, request id, message and so on.")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(builder)
                        .addParameter(RuntimeTypes.ERROR_DETAILS, DETAILS)
                        .addStatement("this.$N = $L", DETAILS, Builders.nonNull(DETAILS))
                        .addStatement("return this")
                        .build())
                .addMethod(MethodSpec.methodBuilder("message")
                        .addJavadoc("The service's message of the error.")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(builder)
                        .addParameter(JavaTypes.nullable(ClassName.get(String.class)), "message")
                        .addStatement("this.$N = $N.toBuilder().message(message).build()", DETAILS, DETAILS)
                        .addStatement("return this")
                        .build())
                .addMethod(builders.build())
                .build();
    }

    // ErrorDetails.builder().errorCode("ThrottlingException").statusCode(429).build()
    private CodeBlock initialDetails(StructureShape structure) {
        ErrorTrait error = structure.errorTrait();
        CodeBlock.Builder details =
                CodeBlock.builder().add("$T.builder().errorCode($S)", RuntimeTypes.ERROR_DETAILS, error.code());
        if (error.httpStatus() != 0) {
            details.add(".statusCode($L)", error.httpStatus());
        }
        return details.add(traits(structure, context.model())).add(".build()").build();
    }

    /** What the model says of trying again, and of showing the message. */
    public static CodeBlock traits(StructureShape structure, ServiceModel model) {
        ErrorTrait error = structure.errorTrait();
        CodeBlock.Builder traits = CodeBlock.builder();
        boolean isMessageSensitive = structure.members().stream()
                .anyMatch(member -> JavaMember.isMessage(member, model) && Sensitivity.isSensitive(member, model));
        if (isMessageSensitive || structure.sensitive()) {
            traits.add(".sensitiveMessage(true)");
        }
        if (error.retryable()) {
            traits.add(".retryable(true)");
        }
        if (error.throttling()) {
            traits.add(".throttling(true)");
        }
        return traits.build();
    }

    private static FieldSpec serialVersion() {
        return FieldSpec.builder(long.class, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("1L")
                .build();
    }
}
