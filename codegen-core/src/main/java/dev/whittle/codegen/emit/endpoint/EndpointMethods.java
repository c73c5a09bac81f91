package dev.whittle.codegen.emit.endpoint;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.doc.DocLinks;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.model.EndpointRules;
import dev.whittle.codegen.model.EndpointRules.Condition;
import dev.whittle.codegen.model.EndpointRules.Endpoint;
import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.Failure;
import dev.whittle.codegen.model.EndpointRules.Header;
import dev.whittle.codegen.model.EndpointRules.Rule;
import dev.whittle.codegen.model.EndpointRules.Signing;
import dev.whittle.codegen.model.EndpointRules.Tree;
import dev.whittle.codegen.model.EndpointType;
import dev.whittle.codegen.names.JavaNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The rules as methods. A rule is an {@code if}; a tree is a block if it is small, else a method of its own, which
 * returns null if it leads to no end. Rules that models repeat share a method.
 */
final class EndpointMethods {
    /** With so many ends a tree still reads well as a block. */
    private static final int SMALL = 3;

    /** A method with more rules than that calls others for each so many. */
    private static final int MOST = 40;

    private final List<MethodSpec> methods = new ArrayList<>();
    private final Map<Shared, String> names = new HashMap<>();

    private record Shared(List<Rule> rules, SortedMap<String, EndpointType> variables) {}

    /** All methods that were needed so far. */
    List<MethodSpec> methods() {
        return methods;
    }

    /** The statements that go through rules, in a method that has the parameters {@code in} and nothing else. */
    CodeBlock statements(List<Rule> rules) {
        return new Body(new TreeMap<>()).rules(rules);
    }

    // private static @Nullable Endpoint rules2(EndpointParameters in, Partition partitionResult) {
    //     …
    //     return null;
    // }
    private String method(List<Rule> rules, SortedMap<String, EndpointType> variables, String documentation) {
        Shared shared = new Shared(rules, variables);
        String known = names.get(shared);
        if (known != null) {
            return known;
        }
        String name = "rules" + (names.size() + 1);
        names.put(shared, name);
        int place = methods.size();
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.ENDPOINT_PARAMETERS, "in");
        Body body = new Body(variables);
        variables.forEach(
                (variable, type) -> method.addParameter(EndpointExpressions.type(type), body.parameter(variable)));
        if (!documentation.isBlank()) {
            method.addJavadoc(Javadoc.ofModel(DocLinks.NONE, documentation).build());
        }
        method.addCode(body.rules(rules));
        boolean ends = EndpointRules.endAlways(rules);
        if (!ends) {
            method.addStatement("return null");
        }
        methods.add(
                place,
                method.returns(ends ? RuntimeTypes.ENDPOINT : JavaTypes.nullable(RuntimeTypes.ENDPOINT))
                        .build());
        return name;
    }

    /** The statements of one method. */
    private final class Body {
        private final Locals scope = new Locals("in");
        private final SortedMap<String, EndpointType> outer;
        private final Map<String, String> parameters = new HashMap<>();

        Body(SortedMap<String, EndpointType> variables) {
            this.outer = variables;
            variables.keySet().forEach(variable -> parameters.put(variable, declare(variable)));
        }

        /** The parameter of the method that holds a variable of the rules. */
        String parameter(String variable) {
            return Objects.requireNonNull(parameters.get(variable));
        }

        CodeBlock rules(List<Rule> rules) {
            return rules(rules, outer, parameters);
        }

        private CodeBlock rules(
                List<Rule> rules, SortedMap<String, EndpointType> variables, Map<String, String> locals) {
            CodeBlock.Builder code = CodeBlock.builder();
            if (rules.size() > MOST) {
                for (int i = 0; i < rules.size(); i += MOST) {
                    List<Rule> some = rules.subList(i, Math.min(rules.size(), i + MOST));
                    code.add(call(List.copyOf(some), variables, locals, ""));
                }
                return code.build();
            }
            rules.forEach(rule -> code.add(rule(rule, new TreeMap<>(variables), new HashMap<>(locals))));
            return code.build();
        }

        // Partition partitionResult = Partition.of(in.region());
        // if (in.useFips() && partitionResult.supportsFips()) {
        //     …
        // }
        private CodeBlock rule(Rule rule, SortedMap<String, EndpointType> variables, Map<String, String> locals) {
            CodeBlock.Builder code = CodeBlock.builder();
            List<CodeBlock> pending = new ArrayList<>();
            int depth = 0;
            for (Condition condition : rule.conditions()) {
                Expression value = condition.value();
                String name = condition.assign();
                if (name == null) {
                    pending.add(new EndpointExpressions(locals).condition(value));
                    continue;
                }
                depth += open(code, pending);
                CodeBlock expression = new EndpointExpressions(locals).value(value);
                String local = declare(name);
                locals.put(name, local);
                variables.put(name, value.type());
                code.addStatement("$T $N = $L", EndpointExpressions.type(value.type()), local, expression);
                if (value.type() == EndpointType.FLAG) {
                    pending.add(CodeBlock.of("$N", local));
                } else if (value.isOptional()) {
                    pending.add(CodeBlock.of("$N != null", local));
                }
            }
            depth += open(code, pending);
            code.add(end(rule, variables, locals));
            for (int i = 0; i < depth; i++) {
                code.endControlFlow();
            }
            return code.build();
        }

        /** Opens a block under the conditions so far, if there are any; how many were opened. */
        private int open(CodeBlock.Builder code, List<CodeBlock> pending) {
            if (pending.isEmpty()) {
                return 0;
            }
            code.beginControlFlow("if ($L)", pending.stream().collect(CodeBlock.joining(" && ")));
            pending.clear();
            return 1;
        }

        /** A variable of Java of its own: those of other rules in the same method may still be seen. */
        private String declare(String name) {
            return scope.name(JavaNames.local(name));
        }

        private CodeBlock end(Rule rule, SortedMap<String, EndpointType> variables, Map<String, String> locals) {
            if (rule instanceof Endpoint endpoint) {
                return endpoint(endpoint, new EndpointExpressions(locals));
            } else if (rule instanceof Failure failure) {
                // throw new ConfigurationException("there is no endpoint", null);
                return CodeBlock.builder()
                        .addStatement(
                                "throw new $T($L, null)",
                                RuntimeTypes.CONFIGURATION_EXCEPTION,
                                new EndpointExpressions(locals).value(failure.message()))
                        .build();
            }
            Tree tree = (Tree) rule;
            return size(tree.rules()) <= SMALL
                    ? rules(tree.rules(), variables, locals)
                    : call(tree.rules(), variables, locals, tree.documentation());
        }

        // return rules2(in, partitionResult);
        //
        // Endpoint found = rules2(in, partitionResult);
        // if (found != null) {
        //     return found;
        // }
        private CodeBlock call(
                List<Rule> rules,
                SortedMap<String, EndpointType> variables,
                Map<String, String> locals,
                String documentation) {
            SortedMap<String, EndpointType> used = EndpointVariables.usedIn(rules, variables);
            String method = method(rules, used, documentation);
            CodeBlock.Builder call = CodeBlock.builder().add("$N(in", method);
            used.keySet().forEach(variable -> call.add(", $N", locals.get(variable)));
            call.add(")");
            if (EndpointRules.endAlways(rules)) {
                return CodeBlock.builder()
                        .addStatement("return $L", call.build())
                        .build();
            }
            String local = scope.name("found");
            return CodeBlock.builder()
                    .addStatement("$T $N = $L", RuntimeTypes.ENDPOINT, local, call.build())
                    .beginControlFlow("if ($N != null)", local)
                    .addStatement("return $N", local)
                    .endControlFlow()
                    .build();
        }
    }

    /** How many ends rules have. */
    private static int size(List<Rule> rules) {
        int size = 0;
        for (Rule rule : rules) {
            size += rule instanceof Tree tree ? size(tree.rules()) : 1;
        }
        return size;
    }

    // return Endpoint.of(String.join("", "https://tiny.", in.region(), ".", partitionResult.dnsSuffix()))
    //         .withHeader("x-tiny", "1")
    //         .withSigning(EndpointSigning.sigV4("tiny", null, false));
    private static CodeBlock endpoint(Endpoint endpoint, EndpointExpressions expressions) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("return $T.of($L)", RuntimeTypes.ENDPOINT, expressions.value(endpoint.url()));
        for (Header header : endpoint.headers()) {
            code.add("\n.withHeader($S, $L)", header.name(), expressions.value(header.value()));
        }
        Signing signing = endpoint.signing();
        if (signing != null) {
            code.add("\n.withSigning($L)", signing(signing, expressions));
        }
        return CodeBlock.builder().addStatement(code.build()).build();
    }

    private static CodeBlock signing(Signing signing, EndpointExpressions expressions) {
        return switch (signing.scheme()) {
            case Signing.SIGV4 -> signing("sigV4", signing, expressions);
            case Signing.SIGV4_SESSION -> signing("sigV4Session", signing, expressions);
            default -> CodeBlock.of("$T.unsupported($S)", RuntimeTypes.ENDPOINT_SIGNING, signing.scheme());
        };
    }

    private static CodeBlock signing(String factory, Signing signing, EndpointExpressions expressions) {
        return CodeBlock.of(
                "$T.$L($L, $L, $L)",
                RuntimeTypes.ENDPOINT_SIGNING,
                factory,
                orNull(signing.name(), expressions),
                orNull(signing.region(), expressions),
                signing.pathAsSent());
    }

    private static CodeBlock orNull(@Nullable Expression value, EndpointExpressions expressions) {
        return value == null ? CodeBlock.of("null") : expressions.value(value);
    }
}
