package dev.whittle.codegen.link.endpoint;

import dev.whittle.codegen.model.EndpointRules.BuiltIn;
import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.FlagLiteral;
import dev.whittle.codegen.model.EndpointRules.ListLiteral;
import dev.whittle.codegen.model.EndpointRules.Parameter;
import dev.whittle.codegen.model.EndpointRules.TextLiteral;
import dev.whittle.codegen.model.EndpointType;
import dev.whittle.codegen.parsed.ParsedEndpointRules;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Value;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Links parameters. A built-in that is none of those that every client has counts as a plain parameter: whoever has a
 * value for it gives it by its name.
 */
final class ParameterLinker {
    private static final Map<String, BuiltIn> BUILT_INS = Map.of(
            "AWS::Region", BuiltIn.REGION,
            "AWS::UseFIPS", BuiltIn.USE_FIPS,
            "AWS::UseDualStack", BuiltIn.USE_DUAL_STACK,
            "SDK::Endpoint", BuiltIn.ENDPOINT);
    private static final Map<String, EndpointType> TYPES = new TreeMap<>(
            Map.of("string", EndpointType.TEXT, "boolean", EndpointType.FLAG, "stringArray", EndpointType.TEXT_LIST));

    private final Problems problems;

    ParameterLinker(Problems problems) {
        this.problems = problems;
    }

    List<Parameter> link(List<ParsedEndpointRules.Parameter> parameters) {
        List<Parameter> linked = new ArrayList<>();
        for (ParsedEndpointRules.Parameter parameter : parameters) {
            Parameter each = link(parameter);
            if (each != null) {
                linked.add(each);
            }
        }
        return linked;
    }

    private @Nullable Parameter link(ParsedEndpointRules.Parameter parameter) {
        String what = "parameter " + Quote.of(parameter.name());
        EndpointType type = parameter.type() == null ? null : type(parameter.type());
        if (!isIdentifier(parameter.name())) {
            report(parameter, what + " has an invalid name", "use only letters, digits and underscores");
            return null;
        }
        if (type == null) {
            if (parameter.type() != null) {
                String message = what + " has the type " + Quote.of(parameter.type()) + ", which is not known";
                report(parameter, message, Suggestions.didYouMeanOr(parameter.type(), TYPES.keySet(), "known are"));
            }
            return null;
        }
        BuiltIn builtIn = parameter.builtIn() == null ? null : BUILT_INS.get(parameter.builtIn());
        EndpointType expected = builtIn == null ? type : type(builtIn);
        if (type != expected) {
            report(parameter, what + " is " + type.phrase() + ", but its built-in is " + expected.phrase(), null);
        }
        Value otherwise = parameter.otherwise();
        Expression literal = otherwise == null ? null : literal(otherwise);
        if (otherwise != null && (literal == null || literal.type() != type)) {
            report(parameter, what + " is " + type.phrase() + ", but its default is none", null);
        }
        return new Parameter(parameter.name(), type, builtIn, parameter.required(), literal);
    }

    /** Models spell some types with a capital. */
    static @Nullable EndpointType type(String name) {
        EndpointType type = TYPES.get(name);
        return type == null ? TYPES.get(name.toLowerCase(Locale.ROOT)) : type;
    }

    private static EndpointType type(BuiltIn builtIn) {
        return builtIn == BuiltIn.USE_FIPS || builtIn == BuiltIn.USE_DUAL_STACK ? EndpointType.FLAG : EndpointType.TEXT;
    }

    static @Nullable Expression literal(Value value) {
        if (value instanceof ParsedEndpointRules.Text text) {
            return new TextLiteral(text.text());
        } else if (value instanceof ParsedEndpointRules.Flag flag) {
            return new FlagLiteral(flag.value());
        } else if (value instanceof ParsedEndpointRules.Array array) {
            List<String> texts = new ArrayList<>();
            for (Value element : array.values()) {
                if (!(element instanceof ParsedEndpointRules.Text text)) {
                    return null;
                }
                texts.add(text.text());
            }
            return new ListLiteral(texts);
        }
        return null;
    }

    /** Whether a name could be one of the rules' language, and made one of Java's. */
    static boolean isIdentifier(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c == '_' && i > 0);
            if (!letter && !(c >= '0' && c <= '9' && i > 0)) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= 100;
    }

    private void report(ParsedEndpointRules.Parameter parameter, String message, @Nullable String hint) {
        problems.error(ProblemCode.ENDPOINT_PARAMETER, parameter.pointer(), message, hint);
    }
}
