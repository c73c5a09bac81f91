package dev.whittle.runtime.endpoint;

/** {@code https://{endpointPrefix}.{region}.{dnsSuffix}}, the suffix being the one of the region's partition. */
public final class StandardEndpoints implements EndpointResolver {
    /** Beginnings of region names, each followed by the DNS suffix of its partition; the longer come first. */
    private static final String[] PARTITIONS = {
        "cn-", "amazonaws.com.cn",
        "us-isob-", "sc2s.sgov.gov",
        "us-isof-", "csp.hci.ic.gov",
        "us-iso-", "c2s.ic.gov",
        "eu-isoe-", "cloud.adc-e.uk",
        "eusc-", "amazonaws.eu",
    };

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
    public Endpoint resolve(String region) {
        if (!HostLabels.isValid(region)) {
            throw new IllegalArgumentException(
                    "region '" + region + "' cannot be part of a host name: only letters, digits and hyphens can");
        }
        return Endpoint.https(endpointPrefix + "." + region + "." + dnsSuffix(region));
    }

    private static String dnsSuffix(String region) {
        for (int i = 0; i < PARTITIONS.length; i += 2) {
            if (region.startsWith(PARTITIONS[i])) {
                return PARTITIONS[i + 1];
            }
        }
        return "amazonaws.com";
    }
}
