package dev.whittle.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of the service as a whole.
 *
 * @param pointers where the model says so
 * @param pointer where the model says so: a JSON pointer
 * @param serviceId the service id, such as {@code Bedrock AgentCore}
 * @param fullName the name in full
 * @param apiVersion the version of the API, a date
 * @param endpointPrefix the first label of the service's host names
 * @param signingName the service name that goes into signatures
 * @param protocols the protocols that the service speaks, the preferred one first, as the ids of their traits, such as {@code
 *     aws.protocols#restJson1}
 * @param targetPrefix what protocols that name the operation in a header put before its name, {@code null} where the model
 *     says nothing
 * @param awsQueryCompatible whether errors have the codes of the query protocol that the service spoke before
 * @param xmlNamespace the namespace that the roots of bodies declare unless they have one of their own, {@code null} for none
 * @param aws whether it is a service of AWS, whose host names follow from its endpoint prefix
 * @param defaultEndpoint the URL that clients call unless they are given another, {@code null} for none
 * @param headers what each request has as headers unless a member sets them, although the model does not say so
 * @param documentation what the model says of the service, as HTML; empty when it says nothing
 */
public record ServiceTraits(
        String pointer,
        Pointers pointers,
        String serviceId,
        String fullName,
        String apiVersion,
        String endpointPrefix,
        String signingName,
        List<String> protocols,
        @Nullable String targetPrefix,
        boolean awsQueryCompatible,
        XmlTraits.@Nullable Namespace xmlNamespace,
        boolean aws,
        @Nullable String defaultEndpoint,
        List<Header> headers,
        String documentation) {
    public ServiceTraits {
        protocols = List.copyOf(protocols);
        headers = List.copyOf(headers);
    }

    /** A header that is the same in each request. */
    public record Header(String name, String value) {}

    /** Where a model says something of the service: JSON pointers, the first one to all of it. */
    public record Pointers(
            String service,
            String serviceId,
            String fullName,
            String apiVersion,
            String endpointPrefix,
            String signingName) {}

    /** The same with another default endpoint. */
    ServiceTraits withDefaultEndpoint(String url) {
        return with(url, headers);
    }

    /** The same with headers of each request. */
    public ServiceTraits withHeaders(List<Header> others) {
        return with(defaultEndpoint, others);
    }

    private ServiceTraits with(@Nullable String otherEndpoint, List<Header> otherHeaders) {
        return new ServiceTraits(
                pointer,
                pointers,
                serviceId,
                fullName,
                apiVersion,
                endpointPrefix,
                signingName,
                protocols,
                targetPrefix,
                awsQueryCompatible,
                xmlNamespace,
                aws,
                otherEndpoint,
                otherHeaders,
                documentation);
    }
}
