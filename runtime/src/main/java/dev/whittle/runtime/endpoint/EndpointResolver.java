package dev.whittle.runtime.endpoint;

import dev.whittle.runtime.error.ConfigurationException;

/** Finds the endpoint to call: by the standard host names, or by a service's own rules. */
@FunctionalInterface
public interface EndpointResolver {
    /**
     * The endpoint to call.
     *
     * @throws ConfigurationException if there is none for these parameters
     */
    Endpoint resolve(EndpointParameters in);
}
