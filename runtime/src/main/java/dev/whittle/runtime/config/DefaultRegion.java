package dev.whittle.runtime.config;

import dev.whittle.runtime.error.MissingRegionException;
import org.jspecify.annotations.Nullable;

/**
 * The region of a client whose builder was not given one: the system property {@code aws.region}, then the environment
 * variable {@code AWS_REGION}.
 */
public final class DefaultRegion {
    private DefaultRegion() {}

    /** The region; null when it is set nowhere. Blank counts as not set. */
    public static @Nullable String find(Environment environment) {
        String region = environment.property("aws.region");
        if (region == null || region.isBlank()) {
            region = environment.variable("AWS_REGION");
        }
        return region == null || region.isBlank() ? null : region.trim();
    }

    /** The exception for a call that needs a region and has none. */
    public static MissingRegionException missing() {
        return new MissingRegionException(
                "no region: set one on the builder, in AWS_REGION or in the system property aws.region", null);
    }
}
