package dev.whittle.codegen.link.endpoint;

import dev.whittle.codegen.model.EndpointFunction;
import dev.whittle.codegen.model.EndpointRules.BuiltIn;
import dev.whittle.codegen.model.EndpointRules.Call;
import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.FlagLiteral;
import dev.whittle.codegen.model.EndpointRules.NeededRegion;
import dev.whittle.codegen.model.EndpointRules.NumberLiteral;
import dev.whittle.codegen.model.EndpointRules.ParameterValue;
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
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Links values: each gets a type, or is reported and {@code null}. */
final class Expressions {
    private static final String GET_ATTR = "getAttr";
    private static final Map<String, EndpointFunction> FUNCTIONS = new TreeMap<>();

    static {
        for (EndpointFunction function : EndpointFunction.values()) {
            FUNCTIONS.put(function.id(), function);
        }
    }

    private final Problems problems;
    private final Attributes attributes;
    private final Templates templates;

    Expressions(Problems problems) {
        this.problems = problems;
        this.attributes = new Attributes(problems);
        this.templates = new Templates(problems);
    }

    /** A value of a type that is there. */
    @Nullable
    Expression ofType(EndpointType type, Value value, Scope scope, String what) {
        Expression linked = link(value, scope);
        Expression needed = linked == null ? null : needed(linked);
        if (needed == null || !check(ProblemCode.ENDPOINT_VALUE, type, needed, value.pointer(), what)) {
            return null;
        }
        return needed;
    }

    /**
     * A value where there must be one. Some published rules do not test for the region before they use it, so it counts as
     * there; the endpoint then cannot be found without one.
     */
    static Expression needed(Expression value) {
        boolean isRegion = value.isOptional()
                && value instanceof ParameterValue parameter
                && parameter.parameter().builtIn() == BuiltIn.REGION;
        return isRegion ? new NeededRegion() : value;
    }

    /** A value of whatever type. */
    @Nullable
    Expression link(Value value, Scope scope) {
        if (value instanceof ParsedEndpointRules.Text text) {
            return templates.read(text.text(), text.pointer(), scope);
        } else if (value instanceof ParsedEndpointRules.Flag flag) {
            return new FlagLiteral(flag.value());
        } else if (value instanceof ParsedEndpointRules.Int number) {
            return new NumberLiteral(number.value());
        } else if (value instanceof ParsedEndpointRules.Ref ref) {
            return reference(ref, scope);
        } else if (value instanceof ParsedEndpointRules.Call call) {
            return call(call, scope);
        }
        problems.error(ProblemCode.ENDPOINT_VALUE, value.pointer(), "a list cannot be a value of a rule", null);
        return null;
    }

    private @Nullable Expression reference(ParsedEndpointRules.Ref ref, Scope scope) {
        Expression value = scope.find(ref.name());
        if (value == null) {
            problems.errorWithHint(
                    ProblemCode.ENDPOINT_REFERENCE,
                    ref.pointer(),
                    "there is no value " + Quote.of(ref.name()) + " here",
                    () -> Suggestions.didYouMeanOr(ref.name(), scope.names(), "there are"));
        }
        return value;
    }

    private @Nullable Expression call(ParsedEndpointRules.Call call, Scope scope) {
        if (call.function().equals(GET_ATTR)) {
            return getAttr(call, scope);
        }
        EndpointFunction function = FUNCTIONS.get(call.function());
        if (function == null) {
            problems.error(
                    ProblemCode.ENDPOINT_FUNCTION,
                    call.pointer(),
                    "the function " + Quote.of(call.function()) + " is not known",
                    Suggestions.didYouMeanOr(call.function(), FUNCTIONS.keySet(), "known are"));
            return null;
        }
        List<Expression> arguments = new ArrayList<>();
        for (Value argument : call.arguments()) {
            Expression linked = link(argument, scope);
            if (linked == null) {
                return null;
            }
            arguments.add(linked);
        }
        return switch (function) {
            case IS_SET -> isCount(call, 1, 1) ? new Call(function, arguments, EndpointType.FLAG, false) : null;
            case COALESCE -> isCount(call, 2, Integer.MAX_VALUE) ? coalesce(call, arguments) : null;
            case ITE -> isCount(call, 3, 3) ? ite(call, arguments) : null;
            default -> plain(function, call, arguments);
        };
    }

    private @Nullable Expression plain(
            EndpointFunction function, ParsedEndpointRules.Call call, List<Expression> arguments) {
        List<EndpointType> types = function.parameters();
        boolean fits = isCount(call, types.size(), types.size());
        for (int i = 0; fits && i < types.size(); i++) {
            fits = isArgument(types.get(i), call, arguments, i);
        }
        EndpointType result = function.result();
        if (!fits || result == null) {
            return null;
        }
        if (function == EndpointFunction.SPLIT
                && arguments.get(1) instanceof TextLiteral delimiter
                && delimiter.text().isEmpty()) {
            problems.error(
                    ProblemCode.ENDPOINT_ARGUMENT,
                    call.arguments().get(1).pointer(),
                    "'split' needs a delimiter that is not empty",
                    null);
            return null;
        }
        return new Call(function, arguments, result, function.isOptional());
    }

    /** The first of several values of one type that is there. */
    private @Nullable Expression coalesce(ParsedEndpointRules.Call call, List<Expression> arguments) {
        EndpointType type = arguments.get(0).type();
        boolean optional = true;
        for (int i = 0; i < arguments.size(); i++) {
            if (!isOfSameType(type, call, arguments, i)) {
                return null;
            }
            optional &= arguments.get(i).isOptional();
        }
        return new Call(EndpointFunction.COALESCE, arguments, type, optional);
    }

    /** One of two values of one type. */
    private @Nullable Expression ite(ParsedEndpointRules.Call call, List<Expression> arguments) {
        EndpointType type = arguments.get(1).type();
        if (!isArgument(EndpointType.FLAG, call, arguments, 0) || !isOfSameType(type, call, arguments, 2)) {
            return null;
        }
        boolean optional = arguments.get(1).isOptional() || arguments.get(2).isOptional();
        return new Call(EndpointFunction.ITE, arguments, type, optional);
    }

    private @Nullable Expression getAttr(ParsedEndpointRules.Call call, Scope scope) {
        if (!isCount(call, 2, 2)) {
            return null;
        }
        Expression value = link(call.arguments().get(0), scope);
        Value path = call.arguments().get(1);
        if (value == null) {
            return null;
        }
        if (path instanceof ParsedEndpointRules.Text text) {
            return attributes.follow(value, text.text(), text.pointer());
        }
        problems.error(ProblemCode.ENDPOINT_ARGUMENT, path.pointer(), "the path of 'getAttr' is not a string", null);
        return null;
    }

    private boolean isCount(ParsedEndpointRules.Call call, int least, int most) {
        int count = call.arguments().size();
        if (count >= least && count <= most) {
            return true;
        }
        String wanted = (least == most ? "" : "at least ") + least + (least == 1 ? " argument" : " arguments");
        problems.error(
                ProblemCode.ENDPOINT_ARGUMENT,
                call.pointer(),
                Quote.of(call.function()) + " has " + count + ", but takes " + wanted,
                null);
        return false;
    }

    private boolean isArgument(
            EndpointType type, ParsedEndpointRules.Call call, List<Expression> arguments, int index) {
        arguments.set(index, needed(arguments.get(index)));
        String what = "argument " + (index + 1) + " of " + Quote.of(call.function());
        return check(
                ProblemCode.ENDPOINT_ARGUMENT,
                type,
                arguments.get(index),
                call.arguments().get(index).pointer(),
                what);
    }

    private boolean isOfSameType(
            EndpointType type, ParsedEndpointRules.Call call, List<Expression> arguments, int index) {
        if (arguments.get(index).type() == type) {
            return true;
        }
        problems.error(
                ProblemCode.ENDPOINT_ARGUMENT,
                call.arguments().get(index).pointer(),
                "argument " + (index + 1) + " of " + Quote.of(call.function()) + " is "
                        + arguments.get(index).type().phrase() + ", but another is " + type.phrase(),
                null);
        return false;
    }

    private boolean check(ProblemCode code, EndpointType type, Expression value, String pointer, String what) {
        if (value.type() != type) {
            String message = what + " is " + value.type().phrase() + ", expected " + type.phrase();
            problems.error(code, pointer, message, null);
            return false;
        }
        if (value.isOptional()) {
            problems.error(
                    code,
                    pointer,
                    what + " may be missing here",
                    "test it with isSet first, or assign it to a name in a condition");
            return false;
        }
        return true;
    }
}
