package dev.whittle.codegen.model;

import org.jspecify.annotations.Nullable;

/**
 * What a model says of the service as a whole.
 *
 * @param serviceId the service id, such as {@code Bedrock AgentCore}
 * @param fullName the name in full
 * @param apiVersion the version of the API, a date
 * @param endpointPrefix the first label of the service's host names
 * @param signingName the service name that goes into signatures
 * @param protocol the wire protocol as the model names it, such as {@code rest-json}
 * @param aws whether it is a service of AWS, whose host names follow from its endpoint prefix
 * @param defaultEndpoint the URL that clients call unless they are given another, {@code null} for none
 * @param documentation what the model says of the service, as HTML; empty when it says nothing
 */
public record ServiceTraits(
        String serviceId,
        String fullName,
        String apiVersion,
        String endpointPrefix,
        String signingName,
        String protocol,
        boolean aws,
        @Nullable String defaultEndpoint,
        String documentation) {
    /** The same with another default endpoint. */
    ServiceTraits withDefaultEndpoint(String url) {
        return new ServiceTraits(
                serviceId, fullName, apiVersion, endpointPrefix, signingName, protocol, aws, url, documentation);
    }
}
