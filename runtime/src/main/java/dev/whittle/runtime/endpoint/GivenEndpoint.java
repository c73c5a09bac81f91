package dev.whittle.runtime.endpoint;

/**
 * The endpoint that a client is given: for services that are not AWS's and have no endpoint rules. No host name is
 * derived for them, because the requests would go to a host that belongs to a third party.
 */
public final class GivenEndpoint implements EndpointResolver {
    private final String serviceId;

    /**
     * Makes the resolver of one service.
     *
     * @param serviceId the service's name, for messages and for the names of settings
     */
    public GivenEndpoint(String serviceId) {
        this.serviceId = serviceId;
    }

    @Override
    public Endpoint resolve(EndpointParameters in) {
        String url = in.endpoint();
        if (url == null) {
            throw EndpointSettings.missing(serviceId);
        }
        return Endpoint.of(url);
    }

    @Override
    public void check(EndpointParameters in) {
        if (in.endpoint() == null) {
            throw EndpointSettings.missing(serviceId);
        }
    }
}
