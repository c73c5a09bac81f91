package dev.whittle.codegen.api;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * The classes of the runtime and of Jackson that generated code names. They are named, not imported: the generator does
 * not depend on what its output runs with.
 */
public final class RuntimeTypes {
    private static final String ROOT = "dev.whittle.runtime";

    public static final ClassName GENERATED = ClassName.get(ROOT, "WhittleGenerated");

    public static final ClassName REQUIRED = ClassName.get(ROOT + ".shape", "Required");
    public static final ClassName COPIES = ClassName.get(ROOT + ".shape", "Copies");
    public static final ClassName BLOB = ClassName.get(ROOT + ".shape", "Blob");
    public static final ClassName PRINTER = ClassName.get(ROOT + ".shape", "Printer");
    public static final ClassName DOCUMENT = ClassName.get(ROOT + ".document", "Document");

    public static final ClassName SERVICE_EXCEPTION = ClassName.get(ROOT + ".error", "ServiceException");
    public static final ClassName ERROR_DETAILS = ClassName.get(ROOT + ".error", "ErrorDetails");
    public static final ClassName TRANSPORT_EXCEPTION = ClassName.get(ROOT + ".error", "TransportException");
    public static final ClassName REQUEST_NOT_SENT = ClassName.get(ROOT + ".error", "RequestNotSentException");
    public static final ClassName MISSING_CREDENTIALS = ClassName.get(ROOT + ".error", "MissingCredentialsException");
    public static final ClassName MISSING_MEMBER = ClassName.get(ROOT + ".error", "MissingMemberException");

    public static final ClassName JSON_READER = ClassName.get(ROOT + ".codec", "JsonReader");
    public static final ClassName JSON_WRITER = ClassName.get(ROOT + ".codec", "JsonWriter");
    public static final ClassName CBOR_READER = ClassName.get(ROOT + ".codec", "CborReader");
    public static final ClassName CBOR_WRITER = ClassName.get(ROOT + ".codec", "CborWriter");
    public static final ClassName XML_READER = ClassName.get(ROOT + ".codec", "XmlReader");
    public static final ClassName XML_WRITER = ClassName.get(ROOT + ".codec", "XmlWriter");
    public static final ClassName FORM_WRITER = ClassName.get(ROOT + ".codec", "FormWriter");
    public static final ClassName TEXT = ClassName.get(ROOT + ".codec", "Text");
    public static final ClassName HEADER_LIST = ClassName.get(ROOT + ".codec", "HeaderList");

    public static final ClassName REQUEST_BODY = ClassName.get(ROOT + ".http", "RequestBody");
    public static final ClassName RESPONSE_STREAM = ClassName.get(ROOT + ".stream", "ResponseStream");
    public static final ClassName RESPONSE_HANDLER = ClassName.get(ROOT + ".stream", "ResponseHandler");
    public static final ClassName EVENT_STREAM = ClassName.get(ROOT + ".stream", "EventStream");
    public static final ClassName EVENT_SOURCE = ClassName.get(ROOT + ".stream", "EventSource");
    public static final ClassName EVENT_CODEC = ClassName.get(ROOT + ".stream", "EventCodec");
    public static final ClassName EVENT_READER = ClassName.get(ROOT + ".stream", "EventReader");
    public static final ClassName EVENT_WRITER = ClassName.get(ROOT + ".stream", "EventWriter");

    public static final ClassName CHECKSUM_ALGORITHM = ClassName.get(ROOT + ".checksum", "ChecksumAlgorithm");

    public static final ClassName MEMBER_ENDPOINT = ClassName.get(ROOT + ".client", "MemberEndpoint");
    public static final ClassName MEMBER_TEXT = ClassName.get(ROOT + ".client", "MemberText");
    public static final ClassName OPERATION = ClassName.get(ROOT + ".client", "Operation");
    public static final ClassName AUTH_TYPE = ClassName.get(ROOT + ".client", "AuthType");
    public static final ClassName REQUEST_WRITER = ClassName.get(ROOT + ".client", "RequestWriter");
    public static final ClassName RESPONSE_READER = ClassName.get(ROOT + ".client", "ResponseReader");
    public static final ClassName ERROR_READER = ClassName.get(ROOT + ".client", "ErrorReader");
    public static final ClassName SERVICE_INFO = ClassName.get(ROOT + ".client", "ServiceInfo");
    public static final ClassName ERROR_FORMAT = ClassName.get(ROOT + ".client", "ErrorFormat");
    public static final ClassName JSON_ERRORS = ClassName.get(ROOT + ".client", "JsonErrors");
    public static final ClassName CBOR_ERRORS = ClassName.get(ROOT + ".client", "CborErrors");
    public static final ClassName XML_ERRORS = ClassName.get(ROOT + ".client", "XmlErrors");
    public static final ClassName CLIENT_BUILDER = ClassName.get(ROOT + ".client", "ClientBuilder");
    public static final ClassName CALL_PIPELINE = ClassName.get(ROOT + ".client", "CallPipeline");
    public static final ClassName ASYNC_CLIENT_BUILDER = ClassName.get(ROOT + ".client", "AsyncClientBuilder");
    public static final ClassName ASYNC_CALLS = ClassName.get(ROOT + ".client", "AsyncCalls");
    public static final ClassName PRESIGNING = ClassName.get(ROOT + ".client", "Presigning");
    public static final ClassName STREAM_SIGNER = ClassName.get(ROOT + ".auth", "StreamSigner");
    public static final ClassName PRESIGNED_REQUEST = ClassName.get(ROOT + ".client", "PresignedRequest");
    public static final ClassName REQUEST_OPTIONS = ClassName.get(ROOT + ".client", "RequestOptions");

    public static final ClassName CONFIGURATION_EXCEPTION = ClassName.get(ROOT + ".error", "ConfigurationException");
    public static final ClassName ENDPOINT = ClassName.get(ROOT + ".endpoint", "Endpoint");
    public static final ClassName GIVEN_ENDPOINT = ClassName.get(ROOT + ".endpoint", "GivenEndpoint");
    public static final ClassName ENDPOINT_RESOLVER = ClassName.get(ROOT + ".endpoint", "EndpointResolver");
    public static final ClassName ENDPOINT_PARAMETERS = ClassName.get(ROOT + ".endpoint", "EndpointParameters");
    public static final ClassName ENDPOINT_FUNCTIONS = ClassName.get(ROOT + ".endpoint", "EndpointFunctions");
    public static final ClassName ENDPOINT_SIGNING = ClassName.get(ROOT + ".endpoint", "EndpointSigning");
    public static final ClassName PARTITION = ClassName.get(ROOT + ".endpoint", "Partition");
    public static final ClassName ARN = ClassName.get(ROOT + ".endpoint", "Arn");
    public static final ClassName PARSED_URL = ClassName.get(ROOT + ".endpoint", "ParsedUrl");
    public static final ClassName PAGES = ClassName.get(ROOT + ".paginate", "Pages");
    public static final ClassName ITEM_PAGES = ClassName.get(ROOT + ".paginate", "ItemPages");

    public static final ClassName REPEATED_TOKEN = ClassName.get(ROOT + ".paginate", "RepeatedTokenException");

    public static final ClassName SERVICE_WAITER = ClassName.get(ROOT + ".wait", "ServiceWaiter");
    public static final ClassName OPERATION_WAITER = ClassName.get(ROOT + ".wait", "OperationWaiter");
    public static final ClassName WAITER_STATE = ClassName.get(ROOT + ".wait", "WaiterState");
    public static final ClassName WAITER_FAILURE = ClassName.get(ROOT + ".wait", "WaiterFailureException");
    public static final ClassName WAITER_TIMEOUT = ClassName.get(ROOT + ".wait", "WaiterTimeoutException");

    public static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private RuntimeTypes() {}

    /** All of them, for the test that each exists. */
    public static List<ClassName> all() {
        return List.of(
                GENERATED,
                REQUIRED,
                COPIES,
                BLOB,
                PRINTER,
                DOCUMENT,
                SERVICE_EXCEPTION,
                ERROR_DETAILS,
                TRANSPORT_EXCEPTION,
                REQUEST_NOT_SENT,
                MISSING_CREDENTIALS,
                MISSING_MEMBER,
                JSON_READER,
                JSON_WRITER,
                CBOR_READER,
                CBOR_WRITER,
                XML_READER,
                XML_WRITER,
                FORM_WRITER,
                TEXT,
                HEADER_LIST,
                REQUEST_BODY,
                RESPONSE_STREAM,
                RESPONSE_HANDLER,
                EVENT_STREAM,
                EVENT_SOURCE,
                EVENT_CODEC,
                EVENT_READER,
                EVENT_WRITER,
                CHECKSUM_ALGORITHM,
                MEMBER_ENDPOINT,
                MEMBER_TEXT,
                OPERATION,
                AUTH_TYPE,
                REQUEST_WRITER,
                RESPONSE_READER,
                ERROR_READER,
                SERVICE_INFO,
                ERROR_FORMAT,
                JSON_ERRORS,
                CBOR_ERRORS,
                XML_ERRORS,
                CLIENT_BUILDER,
                CALL_PIPELINE,
                ASYNC_CLIENT_BUILDER,
                ASYNC_CALLS,
                PRESIGNING,
                PRESIGNED_REQUEST,
                STREAM_SIGNER,
                REQUEST_OPTIONS,
                CONFIGURATION_EXCEPTION,
                ENDPOINT,
                GIVEN_ENDPOINT,
                ENDPOINT_RESOLVER,
                ENDPOINT_PARAMETERS,
                ENDPOINT_FUNCTIONS,
                ENDPOINT_SIGNING,
                PARTITION,
                ARN,
                PARSED_URL,
                PAGES,
                ITEM_PAGES,
                REPEATED_TOKEN,
                SERVICE_WAITER,
                OPERATION_WAITER,
                WAITER_STATE,
                WAITER_FAILURE,
                WAITER_TIMEOUT,
                NULLABLE);
    }
}
