package dev.whittle.codegen.link.endpoint;

import dev.whittle.codegen.model.EndpointFunction;
import dev.whittle.codegen.model.EndpointRules;
import dev.whittle.codegen.model.EndpointRules.Call;
import dev.whittle.codegen.model.EndpointRules.Condition;
import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.Failure;
import dev.whittle.codegen.model.EndpointRules.ParameterValue;
import dev.whittle.codegen.model.EndpointRules.Rule;
import dev.whittle.codegen.model.EndpointRules.Tree;
import dev.whittle.codegen.model.EndpointType;
import dev.whittle.codegen.parsed.ParsedEndpointRules;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links a rule set. */
public final class EndpointLinker {
    /** Trees in trees; each may become a method that calls the next, or a block in a block. */
    private static final int DEEPEST = 64;

    /** A rule set of 1 MB has about 10,000. */
    private static final int MOST_RULES = 20_000;

    private static final int MOST_CONDITIONS = 100;

    private final Problems problems;
    private final Expressions expressions;
    private final Ends ends;
    private int count;

    private EndpointLinker(Problems problems) {
        this.problems = problems;
        this.expressions = new Expressions(problems);
        this.ends = new Ends(problems, expressions);
    }

    /**
     * The linked rules of a model, as far as they have no problems, and what clients and these operations give to them;
     * {@code null} where it has none.
     */
    public static @Nullable EndpointRules link(ParsedModel model, List<ParsedOperation> operations, Problems problems) {
        ParsedEndpointRules rules = model.endpoints();
        if (rules == null) {
            return null;
        }
        List<EndpointRules.Parameter> parameters = new ParameterLinker(problems).link(rules.parameters());
        List<Rule> linked = new EndpointLinker(problems).link(rules, parameters);
        ContextLinker context = new ContextLinker(model, parameters, problems);
        return new EndpointRules(parameters, Simplified.rules(linked), context.ofClient(), context.of(operations));
    }

    private List<Rule> link(ParsedEndpointRules rules, List<EndpointRules.Parameter> parameters) {
        if (rules.rules().isEmpty()) {
            problems.error(ProblemCode.ENDPOINT_RULE, rules.pointer(), "there are no endpoint rules", null);
        }
        List<Rule> linked = rules(rules.rules(), Scope.of(parameters), 1);
        if (count > MOST_RULES) {
            problems.error(
                    ProblemCode.ENDPOINT_LIMIT,
                    rules.pointer(),
                    "there are " + count + " endpoint rules, more than the " + MOST_RULES + " that are supported",
                    null);
        }
        return linked;
    }

    private List<Rule> rules(List<ParsedEndpointRules.Rule> rules, Scope scope, int depth) {
        List<Rule> linked = new ArrayList<>();
        for (ParsedEndpointRules.Rule rule : rules) {
            count++;
            Rule each = rule(rule, scope.inner(), depth);
            if (each != null) {
                linked.add(each);
            }
        }
        return linked;
    }

    private @Nullable Rule rule(ParsedEndpointRules.Rule rule, Scope scope, int depth) {
        List<Condition> conditions = conditions(rule, scope);
        List<ParsedEndpointRules.Rule> inner = rule.rules();
        ParsedEndpointRules.Endpoint endpoint = rule.endpoint();
        ParsedEndpointRules.Value error = rule.error();
        int kinds = (inner == null ? 0 : 1) + (endpoint == null ? 0 : 1) + (error == null ? 0 : 1);
        if (kinds != 1) {
            String message = kinds == 0
                    ? "the rule has neither an endpoint nor an error nor rules"
                    : "the rule has more than one of endpoint, error and rules";
            problems.error(ProblemCode.ENDPOINT_RULE, rule.pointer(), message, null);
            return null;
        }
        if (inner != null) {
            return tree(rule, inner, conditions, scope, depth);
        }
        if (endpoint != null) {
            return ends.endpoint(endpoint, conditions, scope);
        }
        Expression message = error == null ? null : expressions.ofType(EndpointType.TEXT, error, scope, "the error");
        return message == null ? null : new Failure(conditions, message);
    }

    private @Nullable Rule tree(
            ParsedEndpointRules.Rule rule,
            List<ParsedEndpointRules.Rule> inner,
            List<Condition> conditions,
            Scope scope,
            int depth) {
        if (depth > DEEPEST) {
            String message = "endpoint rules are nested more than " + DEEPEST + " levels deep";
            problems.error(ProblemCode.ENDPOINT_LIMIT, rule.pointer(), message, null);
            return null;
        }
        if (inner.isEmpty()) {
            problems.error(ProblemCode.ENDPOINT_RULE, rule.pointer(), "the tree has no rules", null);
        }
        return new Tree(conditions, rules(inner, scope, depth + 1), rule.documentation());
    }

    private List<Condition> conditions(ParsedEndpointRules.Rule rule, Scope scope) {
        if (rule.conditions().size() > MOST_CONDITIONS) {
            String message = "the rule has " + rule.conditions().size() + " conditions, more than the "
                    + MOST_CONDITIONS + " that can be nested";
            problems.error(ProblemCode.ENDPOINT_LIMIT, rule.pointer(), message, null);
        }
        List<Condition> linked = new ArrayList<>();
        for (ParsedEndpointRules.Condition condition : rule.conditions()) {
            Expression value = expressions.link(condition.call(), scope);
            ParsedText assign = condition.assign();
            if (value != null) {
                linked.add(new Condition(value, assign == null ? null : assign.text()));
                note(value, scope);
            }
            assign(assign, value, scope);
        }
        return linked;
    }

    /** After {@code isSet} of a parameter it has a value. */
    private static void note(Expression value, Scope scope) {
        if (value instanceof Call call
                && call.function() == EndpointFunction.IS_SET
                && call.arguments().get(0) instanceof ParameterValue parameter) {
            scope.set(parameter);
        }
    }

    private void assign(@Nullable ParsedText assign, @Nullable Expression value, Scope scope) {
        if (assign == null) {
            return;
        }
        String name = assign.text();
        String pointer = assign.pointer();
        if (!ParameterLinker.isIdentifier(name)) {
            String message = Quote.of(name) + " cannot be the name of a value";
            problems.error(ProblemCode.ENDPOINT_ASSIGN, pointer, message, "use only letters, digits and underscores");
        } else if (scope.isTaken(name)) {
            String message = Quote.of(name) + " is the name of a value already";
            problems.error(ProblemCode.ENDPOINT_ASSIGN, pointer, message, null);
        } else if (value != null) {
            scope.assign(name, value.type());
        }
    }
}
