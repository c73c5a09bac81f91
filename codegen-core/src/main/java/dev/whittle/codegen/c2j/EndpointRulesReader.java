package dev.whittle.codegen.c2j;

import dev.whittle.codegen.json.JsonType;
import dev.whittle.codegen.json.JsonValue;
import dev.whittle.codegen.parsed.ParsedEndpointRules;
import dev.whittle.codegen.parsed.ParsedEndpointRules.AuthScheme;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Condition;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Endpoint;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Parameter;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Rule;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Value;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule set for endpoints.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/rules-engine/specification.html">Smithy rules engine
 *     specification</a>
 */
final class EndpointRulesReader {
    private static final String RULES = "rules";

    private final Problems problems;

    private EndpointRulesReader(Problems problems) {
        this.problems = problems;
    }

    /** The rules in a document, {@code null} where they are missing, which is reported. */
    static @Nullable ParsedEndpointRules read(JsonValue root, Problems problems) {
        Fields fields = Fields.of(root, problems);
        return fields == null ? null : new EndpointRulesReader(problems).read(fields);
    }

    private @Nullable ParsedEndpointRules read(Fields root) {
        Fields parameters = root.requiredObject("parameters", "the rule set");
        if (!root.has(RULES)) {
            root.missing(RULES, "the rule set");
            return null;
        }
        List<Parameter> all = new ArrayList<>();
        if (parameters != null) {
            parameters.objects().forEach(parameter -> all.add(parameter(parameter)));
        }
        return new ParsedEndpointRules(root.pointer() + "/" + RULES, all, rules(root));
    }

    private Parameter parameter(Fields fields) {
        JsonValue otherwise = fields.value("default");
        return new Parameter(
                fields.key(),
                fields.pointer(),
                fields.requiredString("type", "parameter " + fields.key()),
                fields.string("builtIn"),
                fields.flag("required"),
                otherwise == null ? null : value(otherwise));
    }

    private List<Rule> rules(Fields fields) {
        List<Rule> rules = new ArrayList<>();
        fields.objects(RULES).forEach(rule -> rules.add(rule(rule)));
        return rules;
    }

    private Rule rule(Fields fields) {
        List<Condition> conditions = new ArrayList<>();
        fields.objects("conditions").forEach(condition -> {
            ParsedEndpointRules.Call call = call(condition);
            if (call != null) {
                conditions.add(new Condition(call, condition.parsedText("assign")));
            }
        });
        Fields endpoint = fields.object("endpoint");
        JsonValue error = fields.value("error");
        return new Rule(
                fields.pointer(),
                fields.string("type"),
                fields.text("documentation"),
                conditions,
                fields.has(RULES) ? rules(fields) : null,
                endpoint == null ? null : endpoint(endpoint),
                error == null ? null : value(error));
    }

    private Endpoint endpoint(Fields fields) {
        JsonValue url = fields.value("url");
        if (url == null) {
            fields.missing("url", "an endpoint");
        }
        Map<String, List<Value>> headers = new LinkedHashMap<>();
        Fields all = fields.object("headers");
        if (all != null) {
            all.keys().forEach(name -> headers.put(name, values(all.values(name))));
        }
        List<AuthScheme> schemes = new ArrayList<>();
        Fields properties = fields.object("properties");
        if (properties != null) {
            properties.objects("authSchemes").forEach(scheme -> schemes.add(authScheme(scheme)));
        }
        return new Endpoint(fields.pointer(), url == null ? null : value(url), headers, schemes);
    }

    private AuthScheme authScheme(Fields fields) {
        JsonValue name = fields.value("signingName");
        JsonValue region = fields.value("signingRegion");
        return new AuthScheme(
                fields.pointer(),
                fields.requiredString("name", "an auth scheme"),
                name == null ? null : value(name),
                region == null ? null : value(region),
                fields.flag("disableDoubleEncoding"));
    }

    private List<Value> values(List<JsonValue> values) {
        List<Value> all = new ArrayList<>();
        for (JsonValue each : values) {
            Value value = value(each);
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    private @Nullable Value value(JsonValue value) {
        return switch (value.type()) {
            case STRING -> new ParsedEndpointRules.Text(value.pointer(), value.asString());
            case BOOLEAN -> new ParsedEndpointRules.Flag(value.pointer(), value.asBoolean());
            case INTEGER -> new ParsedEndpointRules.Int(value.pointer(), value.asInt());
            case ARRAY -> new ParsedEndpointRules.Array(value.pointer(), values(value.values()));
            case OBJECT -> object(value);
            case NUMBER, NULL -> {
                String message = value.label() + " is " + value.type().phrase() + ", which a value of a rule cannot be";
                problems.error(ProblemCode.FIELD_TYPE, value.pointer(), message, null);
                yield null;
            }
        };
    }

    private @Nullable Value object(JsonValue value) {
        Fields fields = Fields.of(value, problems);
        if (fields == null) {
            return null;
        }
        JsonValue ref = value.get("ref");
        if (ref != null && ref.type() == JsonType.STRING) {
            return new ParsedEndpointRules.Ref(value.pointer(), ref.asString());
        }
        return call(fields);
    }

    private ParsedEndpointRules.@Nullable Call call(Fields fields) {
        String function = fields.requiredString("fn", "a value that is an object and not a reference");
        if (function == null) {
            return null;
        }
        return new ParsedEndpointRules.Call(fields.pointer(), function, values(fields.values("argv")));
    }
}
