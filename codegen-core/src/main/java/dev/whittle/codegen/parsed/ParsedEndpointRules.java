package dev.whittle.codegen.parsed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which the endpoints of a service are found, as written.
 *
 * @param pointer where they are: a JSON pointer
 * @param parameters what they depend on, in the order of the file
 * @param rules the rules in their order
 */
public record ParsedEndpointRules(String pointer, List<Parameter> parameters, List<Rule> rules) {
    public ParsedEndpointRules {
        parameters = List.copyOf(parameters);
        rules = List.copyOf(rules);
    }

    /**
     * A parameter.
     *
     * @param type its type as written, {@code null} where it is missing
     * @param builtIn what of a client's settings it is, {@code null} where it is none
     * @param required whether there are no endpoints without it
     * @param otherwise what it is where nobody gives it, {@code null} where it then has no value
     */
    public record Parameter(
            String name,
            String pointer,
            @Nullable String type,
            @Nullable String builtIn,
            boolean required,
            @Nullable Value otherwise) {}

    /**
     * A rule. It is of one kind, which says which of its last three parts is there.
     *
     * @param documentation HTML; empty where the model says nothing
     * @param conditions what must hold, in the order of evaluation
     * @param rules the rules of a tree
     * @param endpoint an endpoint
     * @param error the message of an error
     */
    public record Rule(
            String pointer,
            @Nullable String type,
            String documentation,
            List<Condition> conditions,
            @Nullable List<Rule> rules,
            @Nullable Endpoint endpoint,
            @Nullable Value error) {
        public Rule {
            conditions = List.copyOf(conditions);
            rules = rules == null ? null : List.copyOf(rules);
        }
    }

    /**
     * A condition: a call whose value must be there and not be false.
     *
     * @param assign the name that the value has from then on, {@code null} for none
     */
    public record Condition(Call call, @Nullable ParsedText assign) {}

    /**
     * An endpoint.
     *
     * @param url its URL, {@code null} where it is missing
     * @param headers what requests have as headers
     * @param authSchemes how requests are signed, the preferred way first: the fields of each
     */
    public record Endpoint(
            String pointer, @Nullable Value url, Map<String, List<Value>> headers, List<AuthScheme> authSchemes) {
        public Endpoint {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
            authSchemes = List.copyOf(authSchemes);
        }
    }

    /**
     * A way to sign; each part but the flag is {@code null} where it is missing.
     *
     * @param name the name of the scheme
     */
    public record AuthScheme(
            String pointer,
            @Nullable String name,
            @Nullable Value signingName,
            @Nullable Value signingRegion,
            boolean disableDoubleEncoding) {}

    /** Something with a value. */
    public sealed interface Value {
        /** Where it is: a JSON pointer. */
        String pointer();
    }

    /** A text, in which names in braces stand for their values. */
    public record Text(String pointer, String text) implements Value {}

    /** A truth value. */
    public record Flag(String pointer, boolean value) implements Value {}

    /** A number. */
    public record Int(String pointer, int value) implements Value {}

    /** Several values. */
    public record Array(String pointer, List<Value> values) implements Value {
        public Array {
            values = List.copyOf(values);
        }
    }

    /** What a parameter, or what was assigned before, has as its value. */
    public record Ref(String pointer, String name) implements Value {}

    /** What a function makes of its arguments. */
    public record Call(String pointer, String function, List<Value> arguments) implements Value {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
