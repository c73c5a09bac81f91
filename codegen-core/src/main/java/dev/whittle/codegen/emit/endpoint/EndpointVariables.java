package dev.whittle.codegen.emit.endpoint;

import dev.whittle.codegen.model.EndpointRules.Attribute;
import dev.whittle.codegen.model.EndpointRules.Call;
import dev.whittle.codegen.model.EndpointRules.Condition;
import dev.whittle.codegen.model.EndpointRules.Endpoint;
import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.Failure;
import dev.whittle.codegen.model.EndpointRules.Item;
import dev.whittle.codegen.model.EndpointRules.Rule;
import dev.whittle.codegen.model.EndpointRules.Template;
import dev.whittle.codegen.model.EndpointRules.Tree;
import dev.whittle.codegen.model.EndpointRules.Variable;
import dev.whittle.codegen.model.EndpointType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which of the names that conditions gave are used in some rules. */
final class EndpointVariables {
    private final Set<String> used = new HashSet<>();

    private EndpointVariables() {}

    /** Those of some variables that rules use. */
    static SortedMap<String, EndpointType> usedIn(List<Rule> rules, SortedMap<String, EndpointType> variables) {
        EndpointVariables found = new EndpointVariables();
        found.addAll(rules);
        SortedMap<String, EndpointType> used = new TreeMap<>(variables);
        used.keySet().retainAll(found.used);
        return used;
    }

    private void addAll(List<Rule> rules) {
        for (Rule rule : rules) {
            rule.conditions().stream().map(Condition::value).forEach(this::add);
            if (rule instanceof Tree tree) {
                addAll(tree.rules());
            } else if (rule instanceof Failure failure) {
                add(failure.message());
            } else if (rule instanceof Endpoint endpoint) {
                add(endpoint.url());
                endpoint.headers().forEach(header -> add(header.value()));
                if (endpoint.signing() != null) {
                    add(endpoint.signing().name());
                    add(endpoint.signing().region());
                }
            }
        }
    }

    private void add(@Nullable Expression value) {
        if (value instanceof Variable variable) {
            used.add(variable.name());
        } else if (value instanceof Template template) {
            template.parts().forEach(this::add);
        } else if (value instanceof Attribute attribute) {
            add(attribute.of());
        } else if (value instanceof Item item) {
            add(item.list());
        } else if (value instanceof Call call) {
            call.arguments().forEach(this::add);
        }
    }
}
