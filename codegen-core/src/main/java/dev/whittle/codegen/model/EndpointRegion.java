package dev.whittle.codegen.model;

import dev.whittle.codegen.model.EndpointRules.Attribute;
import dev.whittle.codegen.model.EndpointRules.BuiltIn;
import dev.whittle.codegen.model.EndpointRules.Call;
import dev.whittle.codegen.model.EndpointRules.Condition;
import dev.whittle.codegen.model.EndpointRules.Endpoint;
import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.Item;
import dev.whittle.codegen.model.EndpointRules.NeededRegion;
import dev.whittle.codegen.model.EndpointRules.Parameter;
import dev.whittle.codegen.model.EndpointRules.ParameterValue;
import dev.whittle.codegen.model.EndpointRules.Rule;
import dev.whittle.codegen.model.EndpointRules.Template;
import dev.whittle.codegen.model.EndpointRules.Tree;
import java.util.List;

/**
 * Tells whether rules lead to an endpoint for clients that have neither a region nor a URL. Conditions on anything else
 * may hold or not.
 */
final class EndpointRegion {
    /** What becomes of a condition, or of rules, without a region. */
    private enum Outcome {
        NEVER,
        MAYBE,
        ALWAYS
    }

    private EndpointRegion() {}

    /** Whether there is no endpoint without a region. */
    static boolean isNeeded(EndpointRules rules) {
        for (Parameter parameter : rules.parameters()) {
            if (parameter.builtIn() == BuiltIn.REGION) {
                boolean required = parameter.required() && parameter.otherwise() == null;
                return required || !reachesEndpoint(rules.rules());
            }
        }
        return false;
    }

    private static boolean reachesEndpoint(List<Rule> rules) {
        for (Rule rule : rules) {
            Outcome outcome = conditions(rule.conditions());
            if (outcome == Outcome.NEVER) {
                continue;
            }
            if (rule instanceof Endpoint endpoint && !needsRegion(endpoint)) {
                return true;
            }
            if (rule instanceof Tree tree && reachesEndpoint(tree.rules())) {
                return true;
            }
            boolean isEnd = !(rule instanceof Tree tree) || EndpointRules.endAlways(tree.rules());
            if (outcome == Outcome.ALWAYS && isEnd) {
                return false;
            }
        }
        return false;
    }

    private static Outcome conditions(List<Condition> conditions) {
        Outcome all = Outcome.ALWAYS;
        for (Condition condition : conditions) {
            Outcome each = outcome(condition.value());
            if (each == Outcome.NEVER) {
                return Outcome.NEVER;
            } else if (each == Outcome.MAYBE && !condition.holdsAlways()) {
                all = Outcome.MAYBE;
            }
        }
        return all;
    }

    private static Outcome outcome(Expression value) {
        if (value instanceof Call call && call.function() == EndpointFunction.IS_SET) {
            return isAbsent(call.arguments().get(0)) ? Outcome.NEVER : Outcome.MAYBE;
        } else if (value instanceof Call call && call.function() == EndpointFunction.NOT) {
            Outcome inner = outcome(call.arguments().get(0));
            return inner == Outcome.NEVER ? Outcome.ALWAYS : inner == Outcome.ALWAYS ? Outcome.NEVER : inner;
        }
        return isAbsent(value) || needsRegion(value) ? Outcome.NEVER : Outcome.MAYBE;
    }

    /** Whether a value is a region or URL of clients that have none. */
    private static boolean isAbsent(Expression value) {
        return value instanceof ParameterValue of
                && of.parameter().otherwise() == null
                && (of.parameter().builtIn() == BuiltIn.REGION || of.parameter().builtIn() == BuiltIn.ENDPOINT);
    }

    private static boolean needsRegion(Endpoint endpoint) {
        return needsRegion(endpoint.url())
                || endpoint.headers().stream().anyMatch(header -> needsRegion(header.value()));
    }

    /** Whether there is no value without a region. Of several values, one that needs it counts for all. */
    private static boolean needsRegion(Expression value) {
        if (value instanceof NeededRegion || isAbsent(value)) {
            return true;
        } else if (value instanceof Template template) {
            return template.parts().stream().anyMatch(EndpointRegion::needsRegion);
        } else if (value instanceof Attribute attribute) {
            return needsRegion(attribute.of());
        } else if (value instanceof Item item) {
            return needsRegion(item.list());
        } else if (value instanceof Call call) {
            return call.function() != EndpointFunction.COALESCE
                    && call.arguments().stream().anyMatch(EndpointRegion::needsRegion);
        }
        return false;
    }
}
