package dev.whittle.runtime.client;

import java.util.Objects;

/** What a generated client knows about its service. */
public final class ServiceInfo {
    private final String serviceId;
    private final String apiVersion;
    private final String endpointPrefix;
    private final String signingName;
    private final String clientName;

    /**
     * Called by the generated builder.
     *
     * @param serviceId the service's name, such as {@code Bedrock AgentCore}
     * @param apiVersion the version of its API, often a date
     * @param endpointPrefix the first label of its host names
     * @param signingName the service's name in signatures
     * @param clientName the name of the generated client, for the user agent
     */
    public ServiceInfo(
            String serviceId, String apiVersion, String endpointPrefix, String signingName, String clientName) {
        this.serviceId = Objects.requireNonNull(serviceId, "serviceId");
        this.apiVersion = Objects.requireNonNull(apiVersion, "apiVersion");
        this.endpointPrefix = Objects.requireNonNull(endpointPrefix, "endpointPrefix");
        this.signingName = Objects.requireNonNull(signingName, "signingName");
        this.clientName = Objects.requireNonNull(clientName, "clientName");
    }

    /** The service's name, such as {@code Bedrock AgentCore}. */
    public String serviceId() {
        return serviceId;
    }

    /** The version of its API, often a date. */
    public String apiVersion() {
        return apiVersion;
    }

    /** The first label of its host names. */
    public String endpointPrefix() {
        return endpointPrefix;
    }

    /** The service's name in signatures. */
    public String signingName() {
        return signingName;
    }

    /** The name of the generated client, for the user agent. */
    public String clientName() {
        return clientName;
    }
}
