package dev.whittle.codegen.smithy;

import dev.whittle.codegen.json.JsonPointers;
import dev.whittle.codegen.parsed.ParsedEndpointRules;
import dev.whittle.codegen.parsed.ParsedEndpointRules.AuthScheme;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Call;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Condition;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Endpoint;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Parameter;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Rule;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Value;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.BooleanNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.NumberNode;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.node.StringNode;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.rulesengine.traits.EndpointRuleSetTrait;

/**
 * Reads the rule set for endpoints. What has the wrong type or is missing is a problem, whether Smithy reports it or not.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/rules-engine/specification.html">Smithy rules engine
 *     specification</a>
 */
final class EndpointRulesReader {
    /** A binary decision diagram that is compiled from a rule set. */
    private static final ShapeId DIAGRAM = ShapeId.from("smithy.rules#endpointBdd");

    private final Problems problems;

    private EndpointRulesReader(Problems problems) {
        this.problems = problems;
    }

    /** The rules of a service, {@code null} where it has none. */
    static @Nullable ParsedEndpointRules read(ServiceShape service, Problems problems) {
        EndpointRuleSetTrait trait = Traits.get(service, EndpointRuleSetTrait.class);
        if (trait == null) {
            if (service.hasTrait(DIAGRAM)) {
                problems.warning(
                        ProblemCode.ENDPOINT_DIAGRAM,
                        Pointers.ofTrait(service, DIAGRAM),
                        "service " + service.getId().getName() + " has its endpoint rules as a decision diagram ("
                                + DIAGRAM + "), which is ignored",
                        "the client uses standard host names: add " + EndpointRuleSetTrait.ID
                                + " to the model, or set the endpoint of the client");
            }
            return null;
        }
        EndpointRulesReader reader = new EndpointRulesReader(problems);
        return reader.ruleSet(new Part(trait.getRuleSet(), Pointers.ofTrait(service, EndpointRuleSetTrait.ID)));
    }

    /** A part of the rules, and where it is. */
    private record Part(Node node, String pointer) {
        @Nullable
        Part get(String key) {
            Node value =
                    node instanceof ObjectNode object ? object.getMember(key).orElse(null) : null;
            return value == null || value.isNullNode() ? null : new Part(value, JsonPointers.child(pointer, key));
        }

        List<Part> elements() {
            List<Part> all = new ArrayList<>();
            if (node instanceof ArrayNode array) {
                for (Node element : array.getElements()) {
                    all.add(new Part(element, JsonPointers.child(pointer, String.valueOf(all.size()))));
                }
            }
            return all;
        }

        List<Part> elements(String key) {
            Part part = get(key);
            return part == null ? List.of() : part.elements();
        }

        @Nullable
        String text() {
            return node instanceof StringNode text ? text.getValue() : null;
        }

        @Nullable
        String text(String key) {
            Part part = get(key);
            return part == null ? null : part.text();
        }

        boolean flag(String key) {
            Part part = get(key);
            return part != null && part.node instanceof BooleanNode flag && flag.getValue();
        }

        List<String> keys() {
            List<String> keys = new ArrayList<>();
            if (node instanceof ObjectNode object) {
                object.getStringMap().keySet().forEach(keys::add);
            }
            return keys;
        }
    }

    private ParsedEndpointRules ruleSet(Part root) {
        List<Parameter> parameters = new ArrayList<>();
        Part all = root.get("parameters");
        if (all != null) {
            for (String name : all.keys()) {
                Part parameter = all.get(name);
                if (parameter != null) {
                    parameters.add(parameter(name, parameter));
                }
            }
        }
        return new ParsedEndpointRules(JsonPointers.child(root.pointer(), "rules"), parameters, rules(root));
    }

    private Parameter parameter(String name, Part parameter) {
        return new Parameter(
                name,
                parameter.pointer(),
                parameter.text("type"),
                parameter.text("builtIn"),
                parameter.flag("required"),
                valueOf(parameter, "default"));
    }

    private List<Rule> rules(Part parent) {
        List<Rule> rules = new ArrayList<>();
        for (Part rule : parent.elements("rules")) {
            rules.add(rule(rule));
        }
        return rules;
    }

    private Rule rule(Part rule) {
        List<Condition> conditions = new ArrayList<>();
        for (Part condition : rule.elements("conditions")) {
            Call call = call(condition);
            if (call != null) {
                Part assign = condition.get("assign");
                String name = assign == null ? null : assign.text();
                conditions.add(new Condition(
                        call, assign == null || name == null ? null : new ParsedText(name, assign.pointer())));
            }
        }
        Part endpoint = rule.get("endpoint");
        String documentation = rule.text("documentation");
        return new Rule(
                rule.pointer(),
                rule.text("type"),
                documentation == null ? "" : Documentation.html(documentation),
                conditions,
                rule.get("rules") == null ? null : rules(rule),
                endpoint == null ? null : endpoint(endpoint),
                valueOf(rule, "error"));
    }

    private Endpoint endpoint(Part endpoint) {
        Value url = valueOf(endpoint, "url");
        if (url == null) {
            report(ProblemCode.FIELD_MISSING, endpoint, "an endpoint has no 'url'");
        }
        Map<String, List<Value>> headers = new LinkedHashMap<>();
        Part all = endpoint.get("headers");
        if (all != null) {
            for (String name : all.keys()) {
                headers.put(name, values(all.elements(name)));
            }
        }
        List<AuthScheme> schemes = new ArrayList<>();
        Part properties = endpoint.get("properties");
        if (properties != null) {
            for (Part scheme : properties.elements("authSchemes")) {
                schemes.add(new AuthScheme(
                        scheme.pointer(),
                        scheme.text("name"),
                        valueOf(scheme, "signingName"),
                        valueOf(scheme, "signingRegion"),
                        scheme.flag("disableDoubleEncoding")));
            }
        }
        return new Endpoint(endpoint.pointer(), url, headers, schemes);
    }

    private @Nullable Value valueOf(Part parent, String key) {
        Part part = parent.get(key);
        return part == null ? null : value(part);
    }

    private List<Value> values(List<Part> parts) {
        List<Value> all = new ArrayList<>();
        for (Part part : parts) {
            Value value = value(part);
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    private @Nullable Value value(Part part) {
        if (part.node() instanceof StringNode text) {
            return new ParsedEndpointRules.Text(part.pointer(), text.getValue());
        } else if (part.node() instanceof BooleanNode flag) {
            return new ParsedEndpointRules.Flag(part.pointer(), flag.getValue());
        } else if (part.node() instanceof NumberNode number && number.getValue() instanceof Integer whole) {
            return new ParsedEndpointRules.Int(part.pointer(), whole);
        } else if (part.node() instanceof NumberNode number
                && number.getValue() instanceof Long whole
                && whole.intValue() == whole) {
            return new ParsedEndpointRules.Int(part.pointer(), whole.intValue());
        } else if (part.node() instanceof ArrayNode) {
            return new ParsedEndpointRules.Array(part.pointer(), values(part.elements()));
        } else if (part.node() instanceof ObjectNode) {
            String ref = part.text("ref");
            return ref == null ? call(part) : new ParsedEndpointRules.Ref(part.pointer(), ref);
        }
        report(ProblemCode.FIELD_TYPE, part, "a value of a rule is neither text, truth value, integer, array nor call");
        return null;
    }

    private @Nullable Call call(Part part) {
        String function = part.text("fn");
        if (function == null) {
            report(ProblemCode.FIELD_MISSING, part, "a value that is an object and not a reference has no 'fn'");
            return null;
        }
        return new Call(part.pointer(), function, values(part.elements("argv")));
    }

    private void report(ProblemCode code, Part part, String message) {
        problems.error(code, part.pointer(), message, null);
    }
}
