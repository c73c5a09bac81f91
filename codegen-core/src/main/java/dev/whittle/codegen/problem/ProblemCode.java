package dev.whittle.codegen.problem;

/**
 * Every kind of problem, with its stable code. The first two digits say what it is about: 01 the file, 02 shapes and
 * their traits, 03 names in Java, 04 operations and what HTTP makes of them, 05 endpoints, 06 paths, pages and waiters.
 */
public enum ProblemCode {
    JSON_SYNTAX("SVC0101", "the file is not valid JSON"),
    JSON_TRUNCATED("SVC0102", "the file ends in the middle of a value"),
    JSON_EMPTY("SVC0103", "the file is empty"),
    JSON_ENCODING("SVC0104", "the file is not UTF-8"),
    JSON_DUPLICATE_KEY("SVC0105", "an object has the same key twice"),
    JSON_TRAILING("SVC0106", "something follows the end of the document"),
    JSON_LIMIT("SVC0107", "the document is nested too deeply, or a part of it is too long"),
    JSON_ROOT("SVC0108", "the document is not an object"),
    FIELD_TYPE("SVC0109", "a field has the wrong JSON type"),
    FIELD_MISSING("SVC0110", "a required field is missing"),
    FIELD_VALUE("SVC0111", "a field has a value that is not allowed"),
    FIELD_UNKNOWN("SVC0112", "a field is not in the format, and is probably misspelt or misplaced"),
    MODEL_FORMAT("SVC0113", "the file is not a service model but has another known format"),
    SMITHY_INVALID("SVC0114", "Smithy's own validation finds an error in the model"),
    SERVICE_CHOICE("SVC0115", "the model does not have exactly one service, or not the one that is wanted"),
    TOO_MANY("SVC0199", "there are more problems than are shown"),

    SHAPE_UNKNOWN("SVC0201", "a reference names a shape that the model does not define"),
    SHAPE_TYPE("SVC0202", "a shape has a type that is not known"),
    NAME_IMPLAUSIBLE("SVC0203", "a shape, member or operation has an invalid name"),
    REQUIRED_UNKNOWN("SVC0204", "the list of required members names a member that does not exist"),
    UNION_EMPTY("SVC0205", "a union has no members"),
    ENUM_EMPTY("SVC0206", "an enum has no values"),
    ENUM_DUPLICATE("SVC0207", "an enum has the same value twice"),
    MAP_KEY("SVC0208", "the keys of a map are not strings"),
    RECURSION_INFINITE("SVC0209", "a structure contains itself through required members only"),
    IDEMPOTENCY_TOKEN("SVC0210", "an idempotency token is not a string"),
    JSON_VALUE("SVC0211", "a member that holds JSON text is not a string"),
    TIMESTAMP_TARGET("SVC0212", "a timestamp format is set on something else"),

    NAME_CLASS("SVC0301", "two shapes would become the same class"),
    NAME_METHOD("SVC0302", "two operations would become the same method"),
    NAME_MEMBER("SVC0303", "two members would become the same accessor"),
    NAME_RECORD("SVC0304", "two members of a union would become the same record"),
    NAME_FILE("SVC0305", "two things would be written to the same file"),
    NAME_PACKAGE("SVC0306", "a package name is not valid, or two services have the same"),
    NAME_MODULE("SVC0307", "a module name is not valid"),
    JAVA_LIMIT("SVC0308", "something is larger than Java allows"),

    PROTOCOL_UNSUPPORTED("SVC0401", "the service speaks a protocol that is not supported"),
    SERVICE_NAME_MISSING("SVC0402", "the model lacks a name that requests need"),
    FILTER_UNMATCHED("SVC0403", "a name or pattern of wanted operations matches none"),
    NOTHING_LEFT("SVC0404", "no operation is left to generate"),
    OPERATION_LEFT_OUT("SVC0405", "an operation needs a feature that is not supported yet"),
    OPERATION_CASE("SVC0406", "the names of two operations differ only in case"),
    INPUT_OUTPUT_TYPE("SVC0407", "the input or output of an operation is not a structure"),
    ERROR_TYPE("SVC0408", "an operation lists an error that is not an exception"),
    DEDICATED_NAME("SVC0409", "the name of an operation's input or output belongs to another shape"),
    HTTP_MISSING("SVC0410", "an operation does not say how it uses HTTP"),
    HTTP_METHOD("SVC0411", "the HTTP method of an operation is not known"),
    HTTP_STATUS("SVC0412", "the status of a response is not valid"),
    URI_MALFORMED("SVC0413", "the request URI of an operation is not valid"),
    LABEL_UNBOUND("SVC0414", "no member is bound to a label of the request URI"),
    LABEL_MISSING("SVC0415", "a member is bound to a label that the request URI does not have"),
    LABEL_OPTIONAL("SVC0416", "a member bound to a label is not required"),
    LABEL_TARGET("SVC0417", "a member bound to a label is not a simple value"),
    LABEL_GREEDY("SVC0418", "a greedy label is not the last one"),
    LABEL_DUPLICATE("SVC0419", "a label appears twice, or two members are bound to it"),
    PAYLOAD_UNKNOWN("SVC0420", "the payload names a member that does not exist"),
    PAYLOAD_BOUND("SVC0421", "the payload is bound to another part of the message too"),
    PAYLOAD_TARGET("SVC0422", "the payload has a type that cannot be a body"),
    HEADER_TARGET("SVC0423", "a member bound to a header has a type that a header cannot hold"),
    HEADER_NAME("SVC0424", "a member is bound to a header whose name is not valid"),
    PREFIX_HEADERS_TARGET("SVC0425", "a member bound to prefixed headers is not a map of strings"),
    QUERY_TARGET("SVC0426", "a member bound to the query has a type that a query cannot hold"),
    WIRE_NAME_DUPLICATE("SVC0427", "two members share one header, query parameter or property"),
    STATUS_TARGET("SVC0428", "a member bound to the status is not an integer"),
    HOST_LABEL("SVC0429", "labels of the host prefix and members of the input do not agree"),
    CHECKSUM_MEMBER("SVC0430", "a checksum is chosen by a member that cannot choose one"),
    STREAM_TARGET("SVC0431", "a stream is neither a blob nor an event stream"),
    STREAM_PLACE("SVC0432", "a stream is not a member of an input or output"),
    STREAM_DUPLICATE("SVC0433", "an input or output has two streams"),
    STREAM_PAYLOAD("SVC0434", "a stream is not the whole body"),
    STREAM_PROTOCOL("SVC0435", "the protocol does not have such a stream"),
    EVENT_TARGET("SVC0436", "an event is not a structure"),
    EVENT_HEADER("SVC0437", "a header of an event has a type that it cannot hold"),
    EVENT_PAYLOAD("SVC0438", "the payload of an event cannot be one, or leaves out a member"),
    XML_NAME("SVC0439", "a name cannot be one of XML"),
    XML_TARGET("SVC0440", "a member has a type that XML or forms cannot hold there"),

    ENDPOINT_PARAMETER("SVC0501", "a parameter of the endpoint rules is not valid"),
    ENDPOINT_FUNCTION("SVC0502", "an endpoint rule calls a function that is not known"),
    ENDPOINT_REFERENCE("SVC0503", "an endpoint rule names a value that does not exist"),
    ENDPOINT_ARGUMENT("SVC0504", "a function of an endpoint rule is given the wrong arguments"),
    ENDPOINT_TEMPLATE("SVC0505", "a text of an endpoint rule has braces that enclose no name"),
    ENDPOINT_VALUE("SVC0506", "a value of an endpoint rule has the wrong type, or may be missing"),
    ENDPOINT_ATTRIBUTE("SVC0507", "an endpoint rule asks for a part that a value does not have"),
    ENDPOINT_ASSIGN("SVC0508", "an endpoint rule assigns a name that is already in use"),
    ENDPOINT_RULE("SVC0509", "an endpoint rule has no known kind, or no result"),
    ENDPOINT_URL("SVC0510", "the URL of an endpoint is not valid"),
    ENDPOINT_LIMIT("SVC0511", "the endpoint rules are larger or deeper than Java allows"),
    ENDPOINT_CONTEXT("SVC0512", "a value for the endpoint rules has the wrong type"),
    ENDPOINT_DIAGRAM("SVC0513", "the endpoint rules are in a form that is not supported"),

    PATH_SYNTAX("SVC0601", "a path is not valid JMESPath"),
    PATH_UNKNOWN("SVC0602", "a path names something that does not exist"),
    PATH_UNSUPPORTED("SVC0603", "a path contains an expression that cannot be compiled"),
    PAGINATION_MEMBER("SVC0611", "a paginator names a member of the input that does not exist"),
    PAGINATION_UNUSABLE("SVC0612", "the definition of a paginator cannot be used"),
    WAITER_OPERATION("SVC0621", "a waiter calls an operation that the model does not define"),
    WAITER_EXPECTED("SVC0622", "a waiter expects a value that its matcher cannot find"),
    WAITER_UNUSABLE("SVC0623", "the definition of a waiter cannot be used");

    private final String code;
    private final String description;

    ProblemCode(String code, String description) {
        this.code = code;
        this.description = description;
    }

    /** The code as users see it, such as {@code SVC0201}; it never changes its meaning. */
    public String code() {
        return code;
    }

    /** What it means, in one line without a full stop. */
    public String description() {
        return description;
    }

    @Override
    public String toString() {
        return code;
    }
}
