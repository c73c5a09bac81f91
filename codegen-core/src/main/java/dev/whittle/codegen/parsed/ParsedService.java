package dev.whittle.codegen.parsed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of the service as a whole; each part is {@code null} where it says nothing.
 *
 * @param pointers where it says so
 * @param serviceId the service id
 * @param fullName the name in full
 * @param apiVersion the version of the API
 * @param endpointPrefix the first label of the service's host names
 * @param signingName the service name that goes into signatures
 * @param protocols the protocols that the service speaks, as the ids of their traits, the preferred one first; empty where
 *     it says nothing
 * @param targetPrefix what protocols that name the operation in a header put before its name
 * @param awsQueryCompatible whether errors have the codes of the query protocol that the service spoke before
 * @param xmlNamespace the namespace that the roots of bodies declare unless they have one of their own
 * @param auth how its requests are authenticated unless an operation says otherwise
 * @param aws whether the model says that it is a service of AWS, by its way of authentication
 * @param globalEndpoint the host of its one endpoint, or the URL
 * @param documentation HTML; empty where it says nothing
 */
public record ParsedService(
        Pointers pointers,
        @Nullable String serviceId,
        @Nullable String fullName,
        @Nullable String apiVersion,
        @Nullable String endpointPrefix,
        @Nullable String signingName,
        List<String> protocols,
        @Nullable String targetPrefix,
        boolean awsQueryCompatible,
        ParsedXml.@Nullable Namespace xmlNamespace,
        ParsedAuth auth,
        boolean aws,
        @Nullable ParsedText globalEndpoint,
        String documentation) {
    public ParsedService {
        protocols = List.copyOf(protocols);
    }

    /** Where a model says something of the service: JSON pointers, the first one to all of it. */
    public record Pointers(
            String service,
            String serviceId,
            String fullName,
            String apiVersion,
            String endpointPrefix,
            String signingName) {}
}
