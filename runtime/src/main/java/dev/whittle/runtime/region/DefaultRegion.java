package dev.whittle.runtime.region;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingRegionException;
import dev.whittle.runtime.internal.HostLabels;
import org.jspecify.annotations.Nullable;

/**
 * The region of a client whose builder was not given one: the system property {@code aws.region}, then the environment
 * variable {@code AWS_REGION}, then {@code region} of the profile, then that of the EC2 instance this runs on.
 */
public final class DefaultRegion {
    private DefaultRegion() {}

    /**
     * The region; null when it is set nowhere. Blank counts as not set.
     *
     * @throws ConfigurationException if the profile is needed, and its file cannot be read; or if the region cannot be
     *     part of a host name
     */
    public static @Nullable String find(Environment environment) {
        String region = set(environment);
        return checked(region == null ? FurtherRegions.find(environment) : region);
    }

    /**
     * The region as far as it is set on this machine: no instance is asked for it.
     *
     * @throws ConfigurationException if the profile is needed, and its file cannot be read; or if the region cannot be
     *     part of a host name
     */
    public static @Nullable String findHere(Environment environment) {
        String region = set(environment);
        return checked(region == null ? FurtherRegions.ofProfile(environment) : region);
    }

    private static @Nullable String checked(@Nullable String region) {
        if (region != null && !HostLabels.isValid(region)) {
            throw new ConfigurationException(
                    "the region '" + region
                            + "' of the system property aws.region, of AWS_REGION or of the profile cannot"
                            + " be part of a host name: only letters, digits and hyphens can",
                    null);
        }
        return region;
    }

    /** Whether a system property or an environment variable has the region. */
    static boolean isSet(Environment environment) {
        return set(environment) != null;
    }

    private static @Nullable String set(Environment environment) {
        return environment.setting("aws.region", "AWS_REGION");
    }

    /** The exception for a call that needs a region and has none. */
    public static MissingRegionException missing() {
        return new MissingRegionException(
                "no region: set one on the builder, in AWS_REGION, in the system property aws.region or in the profile",
                null);
    }
}
