package dev.whittle.codegen.c2j;

import java.util.HashSet;
import java.util.Set;

/**
 * The objects of the format, with the keys that published models have there. {@link #keys} are all of them; {@link
 * #own} are those that mean nothing anywhere else.
 */
enum Place {
    MODEL(
            "the model",
            "metadata operations shapes clientContextParams",
            "version documentation examples deprecated deprecatedMessage deprecatedSince"),
    METADATA(
            "'metadata'",
            "apiVersion auth endpointPrefix globalEndpoint jsonVersion protocol protocols protocolSettings"
                    + " serviceAbbreviation serviceFullName serviceId signatureVersion signingName targetPrefix",
            "awsQueryCompatible checksumFormat errorFormat ripServiceName timestampFormat uid xmlNamespace"),
    OPERATION(
            "an operation",
            "auth authtype endpoint endpointdiscovery endpointoperation errors http httpChecksum httpChecksumRequired"
                    + " idempotent input operationContextParams output readonly requestcompression staticContextParams"
                    + " unsignedPayload",
            "alias authorizer deprecated deprecatedMessage deprecatedSince documentation documentationUrl internal"
                    + " internalonly name"),
    HTTP("'http' of an operation", "method requestUri responseCode", ""),
    HOST("'endpoint' of an operation", "hostPrefix", ""),
    CHECKSUM(
            "'httpChecksum' of an operation",
            "requestAlgorithmMember requestChecksumRequired requestValidationModeMember responseAlgorithms",
            ""),
    REFERENCE(
            "a reference to a shape",
            "resultWrapper",
            "box deprecated deprecatedMessage documentation documentationUrl error exception fault jsonvalue"
                    + " locationName shape timestampFormat xmlNamespace"),
    MEMBER(
            "a member",
            "contextParam endpointdiscoveryid eventheader eventpayload hostLabel idempotencyToken jsonvalue location"
                    + " locationName queryName xmlAttribute",
            "box deprecated deprecatedMessage deprecatedSince documentation documentationUrl enum flattened internal"
                    + " internalonly max min pattern sensitive shape streaming tagging timestampFormat xmlNamespace"),
    XML_NAMESPACE("'xmlNamespace'", "", "prefix uri"),
    STRUCTURE(
            "a structure",
            "document error event eventstream exception fault members payload required retryable union",
            Shapes.COMMON),
    LIST("a list", "member sparse", Shapes.COMMON),
    MAP("a map", "key sparse value", Shapes.COMMON),
    STRING("a string", "enum", Shapes.COMMON),
    SHAPE("a shape", "type", Shapes.COMMON),
    ERROR("'error' of a structure", "httpStatusCode senderFault", "code fault"),
    RETRYABLE("'retryable' of a structure", "throttling", ""),
    PAGINATORS("the paginators", "pagination", "version"),
    PAGINATOR(
            "a paginator", "input_token limit_key more_results non_aggregate_keys output_token result_key", "version"),
    WAITERS("the waiters", "waiters", "version"),
    WAITER("a waiter", "acceptors delay maxAttempts", "deprecated description documentation operation"),
    ACCEPTOR("an acceptor of a waiter", "argument expected matcher state", "");

    private final String phrase;
    // Error Prone does not see that Set.copyOf makes them.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> own;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> keys;

    Place(String phrase, String own, String more) {
        this.phrase = phrase;
        this.own = words(own);
        Set<String> all = new HashSet<>(this.own);
        all.addAll(words(more));
        this.keys = Set.copyOf(all);
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    /** The place with its article, as a sentence needs it. */
    String phrase() {
        return phrase;
    }

    /** The keys that are distinctive of the place: elsewhere they are misplaced. */
    Set<String> own() {
        return own;
    }

    /** All keys of the place. */
    Set<String> keys() {
        return keys;
    }

    /** Whether it is a shape of whatever type. */
    boolean isShape() {
        return this == STRUCTURE || this == LIST || this == MAP || this == STRING || this == SHAPE;
    }

    /** What shapes of every type may have. */
    private static final class Shapes {
        static final String COMMON = "alias box deprecated deprecatedMessage deprecatedSince documentation"
                + " documentationUrl flattened internal internalonly locationName max min pattern requiresLength sensitive"
                + " streaming synthetic timestampFormat type wrapper xmlAttribute xmlNamespace xmlOrder";

        private Shapes() {}
    }
}
