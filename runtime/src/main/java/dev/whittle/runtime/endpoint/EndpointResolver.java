package dev.whittle.runtime.endpoint;

/** Finds the endpoint of a region: the standard host names, or a service's own rules. */
@FunctionalInterface
public interface EndpointResolver {
    /**
     * The endpoint to call.
     *
     * @throws IllegalArgumentException if the region is not one that could be part of a host name
     */
    Endpoint resolve(String region);
}
