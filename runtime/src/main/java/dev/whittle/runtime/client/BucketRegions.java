package dev.whittle.runtime.client;

import dev.whittle.runtime.endpoint.EndpointParameters;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The regions of buckets that are not in the region of the client, as far as the service has told. Not loaded before the
 * service redirects a call.
 */
final class BucketRegions {
    /** The parameter of endpoint rules that has the name of the bucket. */
    private static final String BUCKET = "Bucket";

    /** A client of many buckets must not grow without a limit. */
    private static final int MOST = 1000;

    private final Map<String, String> regions = new ConcurrentHashMap<>();

    /** The region of the bucket of a call; null if it is not known, or the call has no bucket. */
    @Nullable
    String get(EndpointParameters parameters) {
        String key = key(parameters);
        return key == null ? null : regions.get(key);
    }

    /** Remembers the region of the bucket of a call; nothing if the call has no bucket. */
    void put(EndpointParameters parameters, String region) {
        String key = key(parameters);
        if (key == null) {
            return;
        }
        if (regions.size() >= MOST) {
            regions.clear();
        }
        regions.put(key, region);
    }

    /** Forgets the region of the bucket of a call. */
    void remove(EndpointParameters parameters) {
        String key = key(parameters);
        if (key != null) {
            regions.remove(key);
        }
    }

    /** Another server has other buckets. */
    private static @Nullable String key(EndpointParameters parameters) {
        String bucket = parameters.text(BUCKET);
        String endpoint = parameters.endpoint();
        return bucket == null || endpoint == null ? bucket : endpoint + " " + bucket;
    }
}
