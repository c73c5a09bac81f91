package dev.whittle.runtime.client;

import java.util.List;
import java.util.Objects;

/** What a generated client knows about its service. Generated, one instance each. */
public abstract class ServiceInfo {
    private final String serviceId;
    private final String apiVersion;
    private final String endpointPrefix;
    private final String signingName;
    private final String clientName;
    private final List<String> requestIdHeaders;

    /**
     * Called by the generated class.
     *
     * @param serviceId the service's name, such as {@code Bedrock AgentCore}
     * @param apiVersion the version of its API, often a date
     * @param endpointPrefix the first label of its host names
     * @param signingName the service's name in signatures
     * @param clientName the name of the generated client, for the user agent
     * @param requestIdHeaders headers of responses that identify a request, the preferred one first; often empty
     */
    protected ServiceInfo(
            String serviceId,
            String apiVersion,
            String endpointPrefix,
            String signingName,
            String clientName,
            List<String> requestIdHeaders) {
        this.serviceId = Objects.requireNonNull(serviceId, "serviceId");
        this.apiVersion = Objects.requireNonNull(apiVersion, "apiVersion");
        this.endpointPrefix = Objects.requireNonNull(endpointPrefix, "endpointPrefix");
        this.signingName = Objects.requireNonNull(signingName, "signingName");
        this.clientName = Objects.requireNonNull(clientName, "clientName");
        this.requestIdHeaders = List.copyOf(requestIdHeaders);
    }

    /** The service's name, such as {@code Bedrock AgentCore}. */
    public final String serviceId() {
        return serviceId;
    }

    /** The version of its API, often a date. */
    public final String apiVersion() {
        return apiVersion;
    }

    /** The first label of its host names. */
    public final String endpointPrefix() {
        return endpointPrefix;
    }

    /** The service's name in signatures. */
    public final String signingName() {
        return signingName;
    }

    /**
     * The headers of responses that identify a request, the preferred one first. Those that services of AWS have, and
     * {@code x-request-id}, need no naming.
     */
    public final List<String> requestIdHeaders() {
        return requestIdHeaders;
    }

    /** The name of the generated client, for the user agent. */
    public final String clientName() {
        return clientName;
    }

    /** How the service writes errors. A method, so that a call without an error loads no format. */
    public abstract ErrorFormat errorFormat();
}
