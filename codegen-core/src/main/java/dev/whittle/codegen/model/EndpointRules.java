package dev.whittle.codegen.model;

import dev.whittle.codegen.model.path.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which the endpoints of a service are found: linked, so that every name leads to a value of a known type,
 * and without trees that decide nothing.
 *
 * @param parameters what they depend on, in the order of the model
 * @param rules the rules in their order; the first whose conditions hold, and which leads to an end, counts
 * @param clientParameters the parameters that clients give, in the order of the model
 * @param operationArguments what operations give, by their names; a later one takes the place of one before
 */
public record EndpointRules(
        List<Parameter> parameters,
        List<Rule> rules,
        List<ClientParameter> clientParameters,
        Map<String, List<Argument>> operationArguments) {
    public EndpointRules {
        parameters = List.copyOf(parameters);
        rules = List.copyOf(rules);
        clientParameters = List.copyOf(clientParameters);
        operationArguments = Map.copyOf(operationArguments);
    }

    /** Whether they lead to no endpoint for clients that have neither a region nor a URL. */
    public boolean needsRegion() {
        return EndpointRegion.isNeeded(this);
    }

    /**
     * Whether the URL of every endpoint has the value of an operation's member, so that the path need not have it: the
     * operation gives it to a parameter, and with that parameter no rule leads to a URL without its value.
     */
    public boolean isInEveryUrl(Operation operation, Member member) {
        Parameter parameter = EndpointUrls.parameterOf(operationArguments.get(operation.name()), member, parameters);
        return parameter != null && new EndpointUrls(parameter).all(rules);
    }

    /** Whether rules lead to an end whatever the parameters are. */
    public static boolean endAlways(List<Rule> rules) {
        return !rules.isEmpty() && rules.get(rules.size() - 1).endsAlways();
    }

    /** The settings of a client that rules can ask for. */
    public enum BuiltIn {
        REGION,
        USE_FIPS,
        USE_DUAL_STACK,
        ENDPOINT
    }

    /**
     * A parameter.
     *
     * @param builtIn which setting of a client it is, {@code null} where clients or operations give it by its name
     * @param required whether there are no endpoints without it
     * @param otherwise what it is where nobody gives it: a literal, or {@code null} for no value
     */
    public record Parameter(
            String name,
            EndpointType type,
            @Nullable BuiltIn builtIn,
            boolean required,
            @Nullable Expression otherwise) {}

    /**
     * A parameter that clients give.
     *
     * @param documentation what the model says of it, as HTML; empty when it says nothing
     * @param pointer where the model file defines it: a JSON pointer
     */
    public record ClientParameter(String name, EndpointType type, String documentation, String pointer) {}

    /** What an operation gives. */
    public sealed interface Argument {
        /** The name of the parameter that it is for. */
        String parameter();
    }

    /** What an operation gives whatever its input is: a literal. */
    public record Constant(String parameter, Expression value) implements Argument {}

    /** What an operation gives of its input: the value of the member of that name, if it has one. */
    public record FromMember(String parameter, String member) implements Argument {}

    /** What an operation gives of its input: the value that a path leads to, if there is one. */
    public record FromPath(String parameter, Path path) implements Argument {}

    /** The same rules with what operations give in front of what is known already, which takes its place. */
    public EndpointRules withPaths(Map<String, List<Argument>> paths) {
        Map<String, List<Argument>> all = new HashMap<>(operationArguments);
        paths.forEach((operation, arguments) -> {
            List<Argument> both = new ArrayList<>(arguments);
            both.addAll(operationArguments.getOrDefault(operation, List.of()));
            all.put(operation, both);
        });
        return new EndpointRules(parameters, rules, clientParameters, all);
    }

    /** A rule. */
    public sealed interface Rule {
        /** What must hold for it to count, in the order of evaluation. */
        List<Condition> conditions();

        /** Whether it leads to an end whatever the parameters are. */
        default boolean endsAlways() {
            return conditions().stream().allMatch(Condition::holdsAlways);
        }
    }

    /** Rules that count under a condition; where none of them leads to an end, the rule after the tree is next. */
    public record Tree(List<Condition> conditions, List<Rule> rules, String documentation) implements Rule {
        public Tree {
            conditions = List.copyOf(conditions);
            rules = List.copyOf(rules);
        }

        @Override
        public boolean endsAlways() {
            return Rule.super.endsAlways() && EndpointRules.endAlways(rules);
        }
    }

    /** An end: an endpoint. */
    public record Endpoint(
            List<Condition> conditions,
            Expression url,
            List<Header> headers,
            @Nullable Signing signing) implements Rule {
        public Endpoint {
            conditions = List.copyOf(conditions);
            headers = List.copyOf(headers);
        }
    }

    /** An end: there is no endpoint, and why. */
    public record Failure(List<Condition> conditions, Expression message) implements Rule {
        public Failure {
            conditions = List.copyOf(conditions);
        }
    }

    /** A header of every request to an endpoint. */
    public record Header(String name, Expression value) {}

    /**
     * How requests to an endpoint are signed, where that is not as the service's others.
     *
     * @param scheme one of the schemes below, or one that clients do not have
     */
    public record Signing(
            String scheme,
            @Nullable Expression name,
            @Nullable Expression region,
            boolean pathAsSent) {
        /** Signature Version 4. */
        public static final String SIGV4 = "sigv4";

        /** Signature Version 4 with the credentials of a session with the bucket at the endpoint. */
        public static final String SIGV4_SESSION = "sigv4-s3express";

        /** Whether it says nothing new: clients sign in this way anyway. */
        public boolean isPlain() {
            return scheme.equals(SIGV4) && name == null && region == null && !pathAsSent;
        }
    }

    /**
     * A condition: a value that must be there and not be false.
     *
     * @param assign the name that it has from then on, {@code null} for none
     */
    public record Condition(Expression value, @Nullable String assign) {
        /** Whether it holds whatever the parameters are, and does no more than to give a name. */
        public boolean holdsAlways() {
            return value.type() != EndpointType.FLAG && !value.isOptional();
        }
    }

    /** Something with a value. */
    public sealed interface Expression {
        EndpointType type();

        /** Whether there may be no value. */
        default boolean isOptional() {
            return false;
        }
    }

    public record TextLiteral(String text) implements Expression {
        @Override
        public EndpointType type() {
            return EndpointType.TEXT;
        }
    }

    public record FlagLiteral(boolean value) implements Expression {
        @Override
        public EndpointType type() {
            return EndpointType.FLAG;
        }
    }

    public record NumberLiteral(int value) implements Expression {
        @Override
        public EndpointType type() {
            return EndpointType.NUMBER;
        }
    }

    public record ListLiteral(List<String> values) implements Expression {
        public ListLiteral {
            values = List.copyOf(values);
        }

        @Override
        public EndpointType type() {
            return EndpointType.TEXT_LIST;
        }
    }

    /** Texts, one after the other. */
    public record Template(List<Expression> parts) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }

        @Override
        public EndpointType type() {
            return EndpointType.TEXT;
        }
    }

    /** The value of a parameter. */
    public record ParameterValue(Parameter parameter, boolean isOptional) implements Expression {
        @Override
        public EndpointType type() {
            return parameter.type();
        }
    }

    /** The region where nothing tells that there is one: without it, there is no endpoint. */
    public record NeededRegion() implements Expression {
        @Override
        public EndpointType type() {
            return EndpointType.TEXT;
        }
    }

    /** What a condition before gave a name. */
    public record Variable(String name, EndpointType type) implements Expression {}

    /** A part of a partition, an ARN or a URL. */
    public record Attribute(Expression of, String name, EndpointType type) implements Expression {}

    /** An element of a list. */
    public record Item(Expression list, int index) implements Expression {
        @Override
        public EndpointType type() {
            return EndpointType.TEXT;
        }

        @Override
        public boolean isOptional() {
            return true;
        }
    }

    /** What a function makes of its arguments. */
    public record Call(EndpointFunction function, List<Expression> arguments, EndpointType type, boolean isOptional)
            implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
