package dev.whittle.model;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Evaluates a rule set as the Smithy rules engine specifies it, as far as this rule set goes. */
final class EndpointRules {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:#(\\w+))?}");

    private final JsonNode rules;
    private final Map<String, Object> partition;

    EndpointRules(JsonNode ruleSet, Map<String, Object> partition) {
        this.rules = ruleSet.required("rules");
        this.partition = partition;
    }

    /** The URL of the endpoint, or the message of the error after {@code "error: "}. */
    String resolve(Map<String, Object> parameters) {
        return resolve(rules, parameters);
    }

    private String resolve(JsonNode candidates, Map<String, Object> scope) {
        for (JsonNode rule : candidates) {
            Map<String, Object> inner = new HashMap<>(scope);
            if (!matches(rule.required("conditions"), inner)) {
                continue;
            }
            String type = rule.required("type").stringValue();
            return switch (type) {
                case "tree" -> resolve(rule.required("rules"), inner);
                case "error" -> "error: " + fill(rule.required("error").stringValue(), inner);
                case "endpoint" -> {
                    JsonNode url = rule.required("endpoint").required("url");
                    yield url.isString() ? fill(url.stringValue(), inner) : String.valueOf(value(url, inner));
                }
                default -> throw new AssertionError("unknown type of rule: " + type);
            };
        }
        throw new AssertionError("no rule matches " + scope);
    }

    private boolean matches(JsonNode conditions, Map<String, Object> scope) {
        for (JsonNode condition : conditions) {
            Object result = call(condition, scope);
            if (result == null || result.equals(false)) {
                return false;
            }
            if (condition.has("assign")) {
                scope.put(condition.required("assign").stringValue(), result);
            }
        }
        return true;
    }

    private Object call(JsonNode function, Map<String, Object> scope) {
        JsonNode arguments = function.required("argv");
        Object first = value(arguments.required(0), scope);
        String name = function.required("fn").stringValue();
        return switch (name) {
            case "isSet" -> first != null;
            case "booleanEquals" -> first.equals(value(arguments.required(1), scope));
            case "getAttr" -> attribute(first, arguments.required(1).stringValue());
            case "aws.partition" -> partition;
            default -> throw new AssertionError("unknown function: " + name);
        };
    }

    private Object value(JsonNode argument, Map<String, Object> scope) {
        if (argument.has("fn")) {
            return call(argument, scope);
        }
        if (argument.has("ref")) {
            return scope.get(argument.required("ref").stringValue());
        }
        return argument.isBoolean() ? (Object) argument.booleanValue() : argument.stringValue();
    }

    private static String fill(String template, Map<String, Object> scope) {
        return PLACEHOLDER.matcher(template).replaceAll(placeholder -> {
            Object value = scope.get(placeholder.group(1));
            return String.valueOf(placeholder.group(2) == null ? value : attribute(value, placeholder.group(2)));
        });
    }

    private static Object attribute(Object value, String name) {
        if (value instanceof Map<?, ?> attributes && attributes.containsKey(name)) {
            return attributes.get(name);
        }
        throw new AssertionError("no attribute " + name + " in " + value);
    }
}
