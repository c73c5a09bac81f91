package dev.whittle.codegen.diff;

/**
 * Every kind of change, with its stable code. The first digit says what it is about: 1 the service, 2 operations, 3 types,
 * 4 members of structures, 5 members of unions, 6 enums, 9 what changes nothing for compilers and services.
 */
public enum ChangeCode {
    SERVICE_RENAMED("API101", "the classes of the service have another package or another name"),
    PROTOCOL_CHANGED("API102", "the client speaks another protocol"),
    ENDPOINT_CHANGED("API103", "the client calls another host by default"),
    ENDPOINT_RULES_CHANGED("API104", "the rules for endpoints change"),
    SIGNING_NAME_CHANGED("API105", "signatures have another service name"),
    CLIENT_PARAMETER_ADDED("API106", "the builder of the client gains a parameter"),
    CLIENT_PARAMETER_REMOVED("API107", "the builder of the client loses a parameter"),
    CLIENT_PARAMETER_CHANGED("API108", "a parameter of the builder of the client has another type"),
    SERVICE_ADDED("API109", "the client of another service is generated"),
    SERVICE_REMOVED("API110", "the client of a service is no longer generated"),

    OPERATION_ADDED("API201", "an operation is added"),
    OPERATION_REMOVED("API202", "an operation is removed"),
    OPERATION_RENAMED("API203", "an operation is renamed, and its requests stay"),
    REQUEST_CHANGED("API204", "requests of an operation have another method, path, host, query or header"),
    BODY_CHANGED("API205", "the body of requests is of another kind"),
    AUTH_CHANGED("API206", "requests of an operation are authenticated in another way"),
    CHECKSUM_CHANGED("API207", "the checksums of an operation change"),
    COMPRESSION_CHANGED("API208", "requests of an operation are compressed, or no longer"),
    REPETITION_CHANGED("API209", "the model says something else about repeating an operation"),
    ERROR_ADDED("API210", "an operation gains an error"),
    ERROR_REMOVED("API211", "an operation loses an error"),
    PAGINATOR_ADDED("API212", "an operation gains a paginator"),
    PAGINATOR_REMOVED("API213", "an operation loses its paginator"),
    PAGINATOR_CHANGED("API214", "a paginator follows other members"),
    WAITER_ADDED("API215", "a waiter is added"),
    WAITER_REMOVED("API216", "a waiter is removed"),
    WAITER_CHANGED("API217", "a waiter waits for something else, or in another way"),

    TYPE_ADDED("API301", "a class is added"),
    TYPE_REMOVED("API302", "a class is removed"),
    TYPE_RENAMED("API303", "a class is renamed"),
    TYPE_KIND_CHANGED("API304", "a class becomes one of another kind"),
    ERROR_CODE_CHANGED("API305", "an error has another code on the wire"),
    ERROR_RETRY_CHANGED("API306", "the client treats retries of an error in another way"),

    MEMBER_ADDED("API401", "a structure gains an optional member"),
    REQUIRED_MEMBER_ADDED("API402", "a structure gains a required member"),
    MEMBER_REMOVED("API403", "a structure loses a member"),
    MEMBER_RENAMED("API404", "a member is renamed and stays the same on the wire"),
    MEMBER_TYPE_CHANGED("API405", "a member has another Java type"),
    MEMBER_NOW_REQUIRED("API406", "an optional member becomes required"),
    MEMBER_NOW_OPTIONAL("API407", "a required member becomes optional"),
    MEMBER_WIRE_NAME_CHANGED("API408", "a member has another name on the wire"),
    MEMBER_MOVED("API409", "a member moves to another place of the message"),
    MEMBER_WIRE_TYPE_CHANGED("API410", "a member has the same Java type but is written in another way"),
    DEFAULT_CHANGED("API411", "a member has another default"),
    IDEMPOTENCY_TOKEN_CHANGED("API412", "the client fills in a member, or no longer"),
    ELEMENTS_NULLABLE_CHANGED("API413", "a collection may hold nulls, or no longer"),

    UNION_MEMBER_ADDED("API501", "a union or event stream gains a member"),
    UNION_MEMBER_REMOVED("API502", "a union or event stream loses a member"),
    UNION_MEMBER_TYPE_CHANGED("API503", "a member of a union has another Java type"),
    UNION_MEMBER_WIRE_CHANGED("API504", "a member of a union is written in another way"),

    ENUM_VALUE_ADDED("API601", "an enum gains a value"),
    ENUM_VALUE_REMOVED("API602", "an enum loses a value"),
    ENUM_CONSTANT_RENAMED("API603", "the constant of a value has another name"),
    ENUM_CONSTANT_CHANGED("API604", "a constant stands for another value"),

    DOCUMENTATION_CHANGED("API901", "documentation changes"),
    DEPRECATED("API902", "something is deprecated"),
    NO_LONGER_DEPRECATED("API903", "something is no longer deprecated"),
    SENSITIVITY_CHANGED("API904", "values are hidden in texts and logs, or no longer"),
    OTHER("API999", "something else changes in a class");

    private final String code;
    private final String meaning;

    ChangeCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The stable code, such as {@code API403}. */
    public String code() {
        return code;
    }

    /** What it means, in words. */
    public String meaning() {
        return meaning;
    }
}
