package dev.whittle.codegen.model;

/**
 * What a model says of the service as a whole.
 *
 * @param serviceId the service id, such as {@code Bedrock AgentCore}
 * @param fullName the name in full
 * @param apiVersion the version of the API, a date
 * @param endpointPrefix the first label of the service's host names
 * @param signingName the service name that goes into signatures
 * @param protocol the wire protocol as the model names it, such as {@code rest-json}
 * @param documentation what the model says of the service, as HTML; empty when it says nothing
 */
public record ServiceTraits(
        String serviceId,
        String fullName,
        String apiVersion,
        String endpointPrefix,
        String signingName,
        String protocol,
        String documentation) {}
