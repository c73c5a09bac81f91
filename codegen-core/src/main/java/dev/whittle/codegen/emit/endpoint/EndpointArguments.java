package dev.whittle.codegen.emit.endpoint;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.emit.jmespath.JmespathCode;
import dev.whittle.codegen.model.EndpointRules;
import dev.whittle.codegen.model.EndpointRules.Argument;
import dev.whittle.codegen.model.EndpointRules.ClientParameter;
import dev.whittle.codegen.model.EndpointRules.Constant;
import dev.whittle.codegen.model.EndpointRules.FromMember;
import dev.whittle.codegen.model.EndpointRules.FromPath;
import dev.whittle.codegen.model.EndpointType;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.names.Names;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** What clients and operations give to the rules for endpoints. */
public final class EndpointArguments {
    private final EmitContext context;
    private final EndpointExpressions expressions = new EndpointExpressions(Map.of());

    public EndpointArguments(EmitContext context) {
        this.context = context;
    }

    /** Adds to the client's builder a setter for each parameter that clients give. */
    public void addSetters(TypeSpec.Builder builder, ClassName type) {
        EndpointRules rules = context.model().endpoints();
        if (rules != null) {
            rules.clientParameters().forEach(parameter -> builder.addMethod(setter(parameter, type)));
        }
    }

    // public Builder accelerate(boolean accelerate) {
    //     return endpointParameter("Accelerate", accelerate);
    // }
    private MethodSpec setter(ClientParameter parameter, ClassName type) {
        String name = context.names().clientParameter(parameter);
        return MethodSpec.methodBuilder(name)
                .addJavadoc(Javadoc.ofModel(
                                context.links(),
                                parameter.documentation(),
                                "Sets {@code $L}, which endpoints depend on.",
                                Javadoc.inline(parameter.name()))
                        .build())
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addParameter(javaType(parameter.type()), name)
                .addStatement(
                        parameter.type() == EndpointType.TEXT_LIST
                                ? CodeBlock.of(
                                        "return endpointParameter($S, $T.copyOf($N))",
                                        parameter.name(),
                                        List.class,
                                        name)
                                : CodeBlock.of("return endpointParameter($S, $N)", parameter.name(), name))
                .build();
    }

    private static TypeName javaType(EndpointType type) {
        return switch (type) {
            case FLAG -> TypeName.BOOLEAN;
            case TEXT_LIST -> ParameterizedTypeName.get(List.class, String.class);
            default -> ClassName.get(String.class);
        };
    }

    /** Adds to an operation's class what it gives; nothing where it gives nothing. */
    public void addOverride(TypeSpec.Builder spec, Operation operation) {
        EndpointRules rules = context.model().endpoints();
        List<Argument> arguments =
                rules == null ? List.of() : rules.operationArguments().getOrDefault(operation.name(), List.of());
        if (!arguments.isEmpty()) {
            spec.addMethod(override(operation, arguments));
        }
    }

    // @Override
    // public EndpointParameters endpointParameters(PutRequest input, EndpointParameters client) {
    //     return client.with("Bucket", input.bucket()).with("UseControlEndpoint", true);
    // }
    private MethodSpec override(Operation operation, List<Argument> arguments) {
        CodeBlock.Builder code = CodeBlock.builder().add("return client");
        JmespathCode paths =
                new JmespathCode(context.model(), context.names(), context.types(), "input", List.of("client"));
        for (Argument argument : arguments) {
            CodeBlock value = argument instanceof FromPath from ? from(from, paths) : value(operation, argument);
            code.add(".with($S, $L)", argument.parameter(), value);
        }
        return Overrides.overriding("endpointParameters", Modifier.PUBLIC)
                .returns(RuntimeTypes.ENDPOINT_PARAMETERS)
                .addParameter(context.names().type(operation.input()), "input")
                .addParameter(RuntimeTypes.ENDPOINT_PARAMETERS, "client")
                .addCode(paths.takeStatements())
                .addStatement(code.build())
                .build();
    }

    private static CodeBlock from(FromPath from, JmespathCode paths) {
        return paths.isText(from.path().type()) ? paths.text(from.path()) : paths.variable(from.path());
    }

    private CodeBlock value(Operation operation, Argument argument) {
        if (argument instanceof Constant constant) {
            return expressions.value(constant.value());
        }
        StructureShape input = context.model().structure(operation.input());
        String wanted = ((FromMember) argument).member();
        Member member = input.members().stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow();
        CodeBlock got = CodeBlock.of("input.$N()", context.names().member(input.id(), member));
        Shape target = context.model().shape(member.target());
        if (target instanceof Shape.EnumShape) {
            return member.required()
                    ? CodeBlock.of("$L.value()", got)
                    : CodeBlock.of("$L == null ? null : $L.value()", got, got);
        }
        return target instanceof Shape.ListShape && !member.required()
                ? CodeBlock.of("input.$N() ? $L : null", Names.presence(member), got)
                : got;
    }
}
