package dev.whittle.runtime.client;

import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.endpoint.EndpointResolver;
import dev.whittle.runtime.endpoint.Partition;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.internal.Hosts;
import dev.whittle.runtime.shape.Printer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of a client. An endpoint that depends only on the client is resolved once, before the first call. One that
 * depends on an operation or on the options of a call is resolved for each call.
 */
final class ClientEndpoints {
    private final EndpointResolver resolver;
    private final EndpointParameters parameters;
    private volatile @Nullable Endpoint common;
    private volatile @Nullable BucketRegions regions;

    ClientEndpoints(EndpointResolver resolver, EndpointParameters parameters) {
        this.resolver = resolver;
        this.parameters = parameters;
    }

    /**
     * The endpoint for one call.
     *
     * @throws ConfigurationException if there is none
     */
    <I> Endpoint find(Operation<I, ?> operation, I input, Call call) {
        Endpoint chosen = call.options().endpoint();
        EndpointParameters client = chosen == null ? parameters : parameters.withEndpoint(chosen.toString());
        Map<String, Object> ofCall = call.options().endpointParameters();
        if (!ofCall.isEmpty()) {
            for (Map.Entry<String, Object> parameter : ofCall.entrySet()) {
                client = client.with(parameter.getKey(), parameter.getValue());
            }
        }
        EndpointParameters all = operation.endpointParameters(input, client);
        call.endpointParameters(all);
        all = inRegion(all, call);
        Endpoint found = all == parameters ? common(call) : resolve(all, call);
        return chosen == null ? operation.endpoint(input, found) : found;
    }

    /** The client's region as far as it is known; null when it is not. */
    @Nullable
    String knownRegion() {
        return parameters.knownRegion();
    }

    /** Remembers the region of the bucket of a call, for later calls. */
    void remember(Call call, String region) {
        EndpointParameters all = call.endpointParameters();
        if (all == null) {
            return;
        }
        synchronized (this) {
            if (regions == null) {
                regions = new BucketRegions();
            }
        }
        regions.put(all, region);
    }

    /** Forgets the region of the bucket of a call. */
    void forget(Call call) {
        BucketRegions known = regions;
        EndpointParameters all = call.endpointParameters();
        if (known != null && all != null) {
            known.remove(all);
        }
    }

    /** The parameters with the region to which the service redirects or redirected such calls. */
    private EndpointParameters inRegion(EndpointParameters all, Call call) {
        BucketRegions known = regions;
        String redirection = call.redirection();
        String region = redirection != null || known == null ? redirection : known.get(all);
        if (region == null) {
            return all;
        }
        call.region(region);
        return all.withRegion(region);
    }

    /** Adds what is known without looking for it. No URL that was set has user info or a query: they are refused. */
    void describe(Printer printer) {
        Endpoint known = common;
        printer.add("region", parameters.knownRegion()).add("endpoint", known == null ? parameters.endpoint() : known);
    }

    /** The endpoint of operations that do not influence it, waiting for the region if it still has to be found. */
    Endpoint ofClient() {
        Endpoint known = common;
        if (known == null) {
            common = known = resolver.resolve(parameters);
        }
        return known;
    }

    /** The host of the client's endpoint, and that of the region's standard endpoint if the former is AWS's too. */
    List<String> streamDomains(Endpoint endpoint) {
        String host = host(endpoint);
        String region = parameters.region();
        Partition partition = Partition.of(region);
        if (region == null
                || !(host.endsWith("." + partition.dnsSuffix())
                        || host.endsWith("." + partition.dualStackDnsSuffix()))) {
            return List.of(host);
        }
        try {
            String standard = host(resolver.resolve(EndpointParameters.of(region, false, false, null)));
            return host.equals(standard) ? List.of(host) : List.of(host, standard);
        } catch (ConfigurationException e) {
            // Rules that want more than a region have no standard endpoint.
            return List.of(host);
        }
    }

    private static String host(Endpoint endpoint) {
        // Not URI.getHost, which finds no host that has an underscore.
        String host = Hosts.of(URI.create(endpoint.toString()));
        return (host == null ? endpoint.authority() : host).toLowerCase(Locale.ROOT);
    }

    private Endpoint common(Call call) {
        Endpoint known = common;
        if (known == null) {
            common = known = resolve(parameters, call);
        }
        return known;
    }

    private Endpoint resolve(EndpointParameters all, Call call) {
        return all.isRegionReady() ? resolver.resolve(all) : Lookup.endpoint(call, resolver, all);
    }
}
