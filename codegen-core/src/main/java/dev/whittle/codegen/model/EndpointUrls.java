package dev.whittle.codegen.model;

import dev.whittle.codegen.model.EndpointRules.Argument;
import dev.whittle.codegen.model.EndpointRules.Attribute;
import dev.whittle.codegen.model.EndpointRules.Call;
import dev.whittle.codegen.model.EndpointRules.Condition;
import dev.whittle.codegen.model.EndpointRules.Endpoint;
import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.FromMember;
import dev.whittle.codegen.model.EndpointRules.FromPath;
import dev.whittle.codegen.model.EndpointRules.Item;
import dev.whittle.codegen.model.EndpointRules.Parameter;
import dev.whittle.codegen.model.EndpointRules.ParameterValue;
import dev.whittle.codegen.model.EndpointRules.Rule;
import dev.whittle.codegen.model.EndpointRules.Template;
import dev.whittle.codegen.model.EndpointRules.Tree;
import dev.whittle.codegen.model.EndpointRules.Variable;
import dev.whittle.codegen.model.path.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the URLs of endpoints have the value of a parameter that is set: as it is, encoded, or, of an ARN, the
 * resource. Conditions on anything else may hold or not.
 */
final class EndpointUrls {
    private final Parameter parameter;
    private boolean hasUrl;

    EndpointUrls(Parameter parameter) {
        this.parameter = parameter;
    }

    /** The parameter that has the value of a member; {@code null} if there is none, or an argument after it may replace it. */
    static @Nullable Parameter parameterOf(
            @Nullable List<Argument> arguments, Member member, List<Parameter> parameters) {
        Argument found = null;
        for (Argument argument : arguments == null ? List.<Argument>of() : arguments) {
            if (isValueOf(argument, member)) {
                found = argument;
            } else if (found != null && argument.parameter().equals(found.parameter())) {
                found = null;
            }
        }
        for (Parameter parameter : parameters) {
            if (found != null && parameter.name().equals(found.parameter())) {
                return parameter;
            }
        }
        return null;
    }

    private static boolean isValueOf(Argument argument, Member member) {
        if (argument instanceof FromPath from) {
            return from.path() instanceof Path.Field field
                    && field.of() instanceof Path.Root
                    && field.member().equals(member);
        }
        return argument instanceof FromMember from && from.member().equals(member.name());
    }

    /** Whether the rules lead to endpoints, and each of these has the value in its URL. */
    boolean all(List<Rule> rules) {
        return allHave(rules, Set.of()) && hasUrl;
    }

    /**
     * Whether no rule leads to an endpoint without the value.
     *
     * @param outer the variables that have the value
     */
    private boolean allHave(List<Rule> rules, Set<String> outer) {
        for (Rule rule : rules) {
            Set<String> carriers = new HashSet<>(outer);
            boolean always = true;
            boolean never = false;
            for (Condition condition : rule.conditions()) {
                Expression value = condition.value();
                never |= isUnset(value);
                always &= condition.holdsAlways() || isSet(value);
                if (condition.assign() != null && has(value, carriers)) {
                    carriers.add(condition.assign());
                }
            }
            if (never) {
                continue;
            }
            if (rule instanceof Endpoint endpoint) {
                hasUrl = true;
                if (!has(endpoint.url(), carriers)) {
                    return false;
                }
            } else if (rule instanceof Tree tree && !allHave(tree.rules(), carriers)) {
                return false;
            }
            if (always && (!(rule instanceof Tree tree) || EndpointRules.endAlways(tree.rules()))) {
                return true;
            }
        }
        return true;
    }

    private boolean isSet(Expression value) {
        return value instanceof Call call
                && call.function() == EndpointFunction.IS_SET
                && isParameter(call.arguments().get(0));
    }

    private boolean isUnset(Expression value) {
        return value instanceof Call call
                && call.function() == EndpointFunction.NOT
                && isSet(call.arguments().get(0));
    }

    private boolean isParameter(Expression value) {
        return value instanceof ParameterValue of && of.parameter().equals(parameter);
    }

    private boolean has(Expression value, Set<String> carriers) {
        if (value instanceof Variable variable) {
            return carriers.contains(variable.name());
        } else if (value instanceof Template template) {
            return template.parts().stream().anyMatch(part -> has(part, carriers));
        } else if (value instanceof Attribute attribute) {
            return attribute.name().equals("resourceId") && has(attribute.of(), carriers);
        } else if (value instanceof Item item) {
            return has(item.list(), carriers);
        } else if (value instanceof Call call) {
            List<Expression> arguments = call.arguments();
            return switch (call.function()) {
                case URI_ENCODE, PARSE_ARN -> has(arguments.get(0), carriers);
                case COALESCE -> arguments.stream().allMatch(argument -> has(argument, carriers));
                case ITE -> arguments.stream().skip(1).allMatch(argument -> has(argument, carriers));
                default -> false;
            };
        }
        return isParameter(value);
    }
}
