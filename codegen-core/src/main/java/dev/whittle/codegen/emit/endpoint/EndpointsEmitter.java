package dev.whittle.codegen.emit.endpoint;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.model.EndpointRules;
import dev.whittle.codegen.model.EndpointRules.BuiltIn;
import dev.whittle.codegen.model.EndpointRules.Parameter;
import dev.whittle.codegen.model.EndpointRules.ParameterValue;
import dev.whittle.codegen.model.EndpointType;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The rules by which the service's endpoints are found. */
public final class EndpointsEmitter {
    private final EmitContext context;
    private final EndpointRules rules;

    public EndpointsEmitter(EmitContext context, EndpointRules rules) {
        this.context = context;
        this.rules = rules;
    }

    // public final class TinyEndpoints implements EndpointResolver {
    //     public static final TinyEndpoints INSTANCE = new TinyEndpoints();
    //     …
    // }
    public TypeSpec emit() {
        ClassName type = context.names().endpoints();
        EndpointMethods methods = new EndpointMethods(type, rules.rules());
        MethodSpec resolve = resolve(methods);
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(type)
                .addJavadoc(
                        "Finds endpoints by the service's rules, which are methods here, in the order of the model.")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.ENDPOINT_RESOLVER)
                .addField(FieldSpec.builder(type, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The one instance.")
                        .initializer("new $T()", type)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(resolve);
        if (!rules.needsRegion()) {
            spec.addMethod(check());
        }
        methods.addTo(spec);
        return spec.build();
    }

    // @Override
    // public Endpoint resolve(EndpointParameters in) {
    //     …
    //     throw new ConfigurationException("none of the endpoint rules applies", null);
    // }
    private MethodSpec resolve(EndpointMethods methods) {
        MethodSpec.Builder method = Overrides.overriding("resolve", Modifier.PUBLIC)
                .returns(RuntimeTypes.ENDPOINT)
                .addParameter(RuntimeTypes.ENDPOINT_PARAMETERS, "in");
        for (Parameter parameter : rules.parameters()) {
            if (mayBeMissing(parameter)) {
                method.addCode(required(parameter));
            }
        }
        method.addCode(methods.statements(rules.rules()));
        if (!EndpointRules.endAlways(rules.rules())) {
            method.addStatement(
                    "throw new $T($S, null)",
                    RuntimeTypes.CONFIGURATION_EXCEPTION,
                    "none of the rules for endpoints applies to the client's settings");
        }
        return method.build();
    }

    // @Override
    // public void check(EndpointParameters in) {
    //     // These rules do without a region.
    // }
    private static MethodSpec check() {
        return Overrides.overriding("check", Modifier.PUBLIC)
                .addParameter(RuntimeTypes.ENDPOINT_PARAMETERS, "in")
                .addComment("These rules do without a region.")
                .build();
    }

    private static boolean mayBeMissing(Parameter parameter) {
        boolean always = parameter.builtIn() == BuiltIn.USE_FIPS || parameter.builtIn() == BuiltIn.USE_DUAL_STACK;
        return parameter.required() && parameter.otherwise() == null && !always;
    }

    // if (in.text("Bucket") == null) {
    //     throw new ConfigurationException("the endpoint needs the parameter Bucket, which is not set", null);
    // }
    private static CodeBlock required(Parameter parameter) {
        CodeBlock value = parameter.type() == EndpointType.FLAG
                ? CodeBlock.of("in.flag($S)", parameter.name())
                : new EndpointExpressions(Map.of()).value(new ParameterValue(parameter, true));
        return CodeBlock.builder()
                .beginControlFlow("if ($L == null)", value)
                .addStatement(
                        "throw new $T($S, null)",
                        RuntimeTypes.CONFIGURATION_EXCEPTION,
                        "the endpoint needs the parameter " + parameter.name() + ", which is not set")
                .endControlFlow()
                .build();
    }
}
