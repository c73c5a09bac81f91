package dev.whittle.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions of endpoint rules, but for {@code getAttr}, which is part of the language rather.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html">Rules engine standard
 *     library</a>
 */
public enum EndpointFunction {
    IS_SET("isSet", EndpointType.FLAG, false),
    NOT("not", EndpointType.FLAG, false, EndpointType.FLAG),
    BOOLEAN_EQUALS("booleanEquals", EndpointType.FLAG, false, EndpointType.FLAG, EndpointType.FLAG),
    STRING_EQUALS("stringEquals", EndpointType.FLAG, false, EndpointType.TEXT, EndpointType.TEXT),
    SUBSTRING(
            "substring",
            EndpointType.TEXT,
            true,
            EndpointType.TEXT,
            EndpointType.NUMBER,
            EndpointType.NUMBER,
            EndpointType.FLAG),
    URI_ENCODE("uriEncode", EndpointType.TEXT, false, EndpointType.TEXT),
    PARSE_URL("parseURL", EndpointType.URL, true, EndpointType.TEXT),
    IS_VALID_HOST_LABEL("isValidHostLabel", EndpointType.FLAG, false, EndpointType.TEXT, EndpointType.FLAG),
    SPLIT("split", EndpointType.TEXT_LIST, false, EndpointType.TEXT, EndpointType.TEXT, EndpointType.NUMBER),
    COALESCE("coalesce", null, false),
    ITE("ite", null, false),
    PARTITION("aws.partition", EndpointType.PARTITION, false, EndpointType.TEXT),
    PARSE_ARN("aws.parseArn", EndpointType.ARN, true, EndpointType.TEXT),
    IS_VIRTUAL_HOSTABLE_BUCKET(
            "aws.isVirtualHostableS3Bucket", EndpointType.FLAG, false, EndpointType.TEXT, EndpointType.FLAG);

    private final String id;
    private final @Nullable EndpointType result;
    private final boolean optional;
    // Error Prone does not see that List.of makes it.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<EndpointType> parameters;

    EndpointFunction(String id, @Nullable EndpointType result, boolean optional, EndpointType... parameters) {
        this.id = id;
        this.result = result;
        this.optional = optional;
        this.parameters = List.of(parameters);
    }

    /** The name in a rule set. */
    public String id() {
        return id;
    }

    /** The type of what it makes, {@code null} where that follows from its arguments. */
    public @Nullable EndpointType result() {
        return result;
    }

    /** Whether it may make no value of arguments that have one. */
    public boolean isOptional() {
        return optional;
    }

    /** The types of its arguments, each of which has a value; empty for functions that take several. */
    public List<EndpointType> parameters() {
        return parameters;
    }
}
