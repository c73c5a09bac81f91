package dev.whittle.codegen.emit.endpoint;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.doc.DocLinks;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.emit.java.Parts;
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
 * returns null if it leads to no end. Rules that models repeat share a method. The methods of many rules are in nested classes,
 * each of which has constants of its own.
 */
final class EndpointMethods {
    /** With so many ends a tree still reads well as a block. */
    private static final int SMALL = 3;

    /** A method with more rules than that calls others for each so many. */
    private static final int MOST = 40;

    /** A class has methods for that many rules and conditions. */
    private static final int CLASS = 2_000;

    private final ClassName home;
    private final boolean inNested;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Shared, CodeBlock> names = new HashMap<>();
    private int weightOfGroup;

    private record Shared(List<Rule> rules, SortedMap<String, EndpointType> variables) {}

    /** The methods of one class. */
    private record Group(ClassName type, List<MethodSpec> methods) {}

    /**
     * The methods of some rules.
     *
     * @param home the class that begins with the rules
     */
    EndpointMethods(ClassName home, List<Rule> rules) {
        this.home = home;
        this.inNested = weight(rules) > CLASS;
    }

    // private static final class Rules1 {
    //     private static @Nullable Endpoint rules1(EndpointParameters in) { … }
    // }
    /** Adds all methods that were needed so far to the class, in nested classes if there are many. */
    void addTo(TypeSpec.Builder spec) {
        for (Group group : groups) {
            if (inNested) {
                spec.addType(Parts.staticClass(group.type(), group.methods()));
            } else {
                spec.addMethods(group.methods());
            }
        }
    }

    /** The class of a method for some rules. */
    private Group group(List<Rule> rules) {
        if (groups.isEmpty() || (inNested && weightOfGroup > CLASS)) {
            ClassName type = inNested ? home.nestedClass("Rules" + (groups.size() + 1)) : home;
            groups.add(new Group(type, new ArrayList<>()));
            weightOfGroup = 0;
        }
        for (Rule rule : rules.size() > MOST ? List.<Rule>of() : rules) {
            weightOfGroup += rule instanceof Tree tree && !isSmall(tree) ? 1 : weight(List.of(rule));
        }
        return groups.get(groups.size() - 1);
    }

    /** How many rules and conditions there are. */
    private static int weight(List<Rule> rules) {
        int weight = 0;
        for (Rule rule : rules) {
            weight += 1 + rule.conditions().size() + (rule instanceof Tree tree ? weight(tree.rules()) : 0);
        }
        return weight;
    }

    /** The statements that go through rules, in a method that has the parameters {@code in} and nothing else. */
    CodeBlock statements(List<Rule> rules) {
        return new Body(new TreeMap<>()).rules(rules);
    }

    // private static @Nullable Endpoint rules2(EndpointParameters in, Partition partitionResult) {
    //     …
    //     return null;
    // }
    private CodeBlock method(List<Rule> rules, SortedMap<String, EndpointType> variables, String documentation) {
        Shared shared = new Shared(rules, variables);
        CodeBlock known = names.get(shared);
        if (known != null) {
            return known;
        }
        String name = "rules" + (names.size() + 1);
        Group group = group(rules);
        CodeBlock reference = inNested ? CodeBlock.of("$T.$N", group.type(), name) : CodeBlock.of("$N", name);
        names.put(shared, reference);
        int place = group.methods().size();
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
        group.methods()
                .add(
                        place,
                        method.returns(ends ? RuntimeTypes.ENDPOINT : JavaTypes.nullable(RuntimeTypes.ENDPOINT))
                                .build());
        return reference;
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
                int size = MOST;
                while (rules.size() / size > MOST) {
                    size *= MOST;
                }
                for (int i = 0; i < rules.size(); i += size) {
                    List<Rule> some = rules.subList(i, Math.min(rules.size(), i + size));
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
            return isSmall(tree)
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
            CodeBlock method = method(rules, used, documentation);
            CodeBlock.Builder call = CodeBlock.builder().add("$L(in", method);
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

    private static boolean isSmall(Tree tree) {
        return size(tree.rules()) <= SMALL && weight(tree.rules()) <= MOST;
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
