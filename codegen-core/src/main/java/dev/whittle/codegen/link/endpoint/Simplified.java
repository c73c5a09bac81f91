package dev.whittle.codegen.link.endpoint;

import dev.whittle.codegen.model.EndpointFunction;
import dev.whittle.codegen.model.EndpointRules;
import dev.whittle.codegen.model.EndpointRules.Call;
import dev.whittle.codegen.model.EndpointRules.Condition;
import dev.whittle.codegen.model.EndpointRules.Endpoint;
import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.Failure;
import dev.whittle.codegen.model.EndpointRules.FlagLiteral;
import dev.whittle.codegen.model.EndpointRules.Rule;
import dev.whittle.codegen.model.EndpointRules.Tree;
import dev.whittle.codegen.model.EndpointType;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules without what decides nothing. Models hold much of that: trees without conditions, trees around a single rule,
 * conditions that always hold.
 */
final class Simplified {
    private Simplified() {}

    static List<Rule> rules(List<Rule> rules) {
        List<Rule> simple = new ArrayList<>();
        for (Rule rule : rules) {
            List<Condition> conditions = conditions(rule.conditions());
            if (rule instanceof Tree tree) {
                add(simple, conditions, rules(tree.rules()), tree.documentation());
            } else {
                simple.add(with(conditions, rule));
            }
            if (EndpointRules.endAlways(simple)) {
                // What follows is never reached.
                break;
            }
        }
        return simple;
    }

    private static void add(List<Rule> all, List<Condition> conditions, List<Rule> inner, String documentation) {
        if (conditions.isEmpty()) {
            all.addAll(inner);
        } else if (inner.size() == 1) {
            List<Condition> both = new ArrayList<>(conditions);
            both.addAll(inner.get(0).conditions());
            all.add(with(both, inner.get(0)));
        } else {
            all.add(new Tree(conditions, inner, documentation));
        }
    }

    private static Rule with(List<Condition> conditions, Rule rule) {
        if (rule instanceof Tree tree) {
            return new Tree(conditions, tree.rules(), tree.documentation());
        } else if (rule instanceof Endpoint end) {
            return new Endpoint(conditions, end.url(), end.headers(), end.signing());
        }
        return new Failure(conditions, ((Failure) rule).message());
    }

    private static List<Condition> conditions(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> condition.assign() != null || !holdsAlways(condition.value()))
                .toList();
    }

    private static boolean holdsAlways(Expression value) {
        if (value.type() != EndpointType.FLAG) {
            return !value.isOptional();
        }
        return (value instanceof FlagLiteral flag && flag.value())
                || (value instanceof Call call
                        && call.function() == EndpointFunction.IS_SET
                        && !call.arguments().get(0).isOptional());
    }
}
