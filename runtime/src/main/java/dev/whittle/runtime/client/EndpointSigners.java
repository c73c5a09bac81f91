package dev.whittle.runtime.client;

import dev.whittle.runtime.auth.SigV4Signer;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.error.ConfigurationException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The signers of a client for endpoints that want something else signed than the client's own name and region. */
final class EndpointSigners {
    /** Regions are few; but where they come from parameters of calls, nobody promises that. */
    private static final int MOST = 64;

    private final String clientName;
    private final Map<String, SigV4Signer> signers = new ConcurrentHashMap<>();

    EndpointSigners(String clientName) {
        this.clientName = clientName;
    }

    /**
     * The signer for an endpoint.
     *
     * @throws ConfigurationException if it takes no signature that this client could make
     */
    SigV4Signer get(EndpointSigning signing, String region, String operation) {
        if (!signing.isSigV4()) {
            throw new ConfigurationException(
                    operation + ": the endpoint accepts only signatures of " + signing.scheme()
                            + ", which are not supported",
                    null);
        }
        String name = signing.name() == null ? clientName : signing.name();
        String key = region + (signing.isPathAsSent() ? "//" : "/") + (signing.isSession() ? "/" : "") + name;
        @Nullable SigV4Signer known = signers.get(key);
        if (known == null) {
            if (signers.size() >= MOST) {
                signers.clear();
            }
            known = signer(signing, region, name);
            signers.put(key, known);
        }
        return known;
    }

    private static SigV4Signer signer(EndpointSigning signing, String region, String name) {
        if (signing.isSession()) {
            return SigV4Signer.ofSession(region, name, signing.isPathAsSent());
        }
        return signing.isPathAsSent() ? SigV4Signer.ofPathAsSent(region, name) : new SigV4Signer(region, name);
    }
}
