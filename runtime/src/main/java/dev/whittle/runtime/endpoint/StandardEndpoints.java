package dev.whittle.runtime.endpoint;

/**
 * {@code https://{endpointPrefix}.{region}.{dnsSuffix}}, the suffix being the one of the region's partition: for services
 * of AWS whose models have no rules of their own. FIPS adds {@code -fips} to the prefix, dual-stack takes the partition's other
 * suffix. A URL that the client was given is taken as it is.
 */
public final class StandardEndpoints implements EndpointResolver {
    private final String endpointPrefix;

    /**
     * Makes the resolver of one service.
     *
     * @param endpointPrefix the first label of its host names
     */
    public StandardEndpoints(String endpointPrefix) {
        this.endpointPrefix = endpointPrefix;
    }

    @Override
    public Endpoint resolve(EndpointParameters in) {
        String url = in.endpoint();
        if (url != null) {
            return Endpoint.of(url);
        }
        String region = in.neededRegion();
        Partition partition = Partition.of(region);
        return Endpoint.https(endpointPrefix + (in.useFips() ? "-fips." : ".") + region + "."
                + (in.useDualStack() ? partition.dualStackDnsSuffix() : partition.dnsSuffix()));
    }
}
