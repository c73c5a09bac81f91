package dev.whittle.codegen.link.endpoint;

import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.Parameter;
import dev.whittle.codegen.model.EndpointRules.ParameterValue;
import dev.whittle.codegen.model.EndpointRules.Variable;
import dev.whittle.codegen.model.EndpointType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that stand for values at one place of the rules. */
final class Scope {
    private final Map<String, Expression> values;

    private Scope(Map<String, Expression> values) {
        this.values = values;
    }

    /** The names of parameters. */
    static Scope of(Collection<Parameter> parameters) {
        Map<String, Expression> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            boolean set = parameter.required() || parameter.otherwise() != null;
            values.put(parameter.name(), new ParameterValue(parameter, !set));
        }
        return new Scope(values);
    }

    /** The same names, for a rule inside: what it assigns is not seen outside. */
    Scope inner() {
        return new Scope(new LinkedHashMap<>(values));
    }

    @Nullable
    Expression find(String name) {
        return values.get(name);
    }

    Collection<String> names() {
        return values.keySet();
    }

    /** Whether a name is taken, or that of a variable which would be the same in Java. */
    boolean isTaken(String name) {
        String plain = plain(name);
        return values.containsKey(name)
                || values.values().stream()
                        .anyMatch(taken -> taken instanceof Variable variable
                                && plain(variable.name()).equals(plain));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    void assign(String name, EndpointType type) {
        values.put(name, new Variable(name, type));
    }

    /** Notes that a parameter is known to have a value from here on. */
    void set(ParameterValue value) {
        values.put(value.parameter().name(), new ParameterValue(value.parameter(), false));
    }
}
