package dev.whittle.runtime.endpoint;

import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingEndpointException;
import dev.whittle.runtime.error.MissingRegionException;

/** Finds the endpoint to call: by the standard host names, or by a service's own rules. */
@FunctionalInterface
public interface EndpointResolver {
    /**
     * The endpoint to call.
     *
     * @throws ConfigurationException if there is none for these parameters
     */
    Endpoint resolve(EndpointParameters in);

    /**
     * Checks the settings of a client when it is built, so that it fails then and not at its first call. By default a
     * client without a URL needs a region.
     *
     * @throws MissingRegionException if a region is needed, and there is none
     * @throws MissingEndpointException if a URL is needed, and there is none
     * @throws ConfigurationException if the region that is found cannot be part of a host name
     */
    default void check(EndpointParameters in) {
        if (in.endpoint() == null) {
            in.neededRegion();
        }
    }
}
