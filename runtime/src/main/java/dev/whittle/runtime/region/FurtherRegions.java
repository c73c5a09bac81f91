package dev.whittle.runtime.region;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.config.Profile;
import dev.whittle.runtime.config.Profiles;
import dev.whittle.runtime.metadata.InstanceMetadata;
import org.jspecify.annotations.Nullable;

/** The places for a region that take longer to ask; a class of its own, so that they are loaded when they are needed. */
final class FurtherRegions {
    private FurtherRegions() {}

    static @Nullable String find(Environment environment) {
        String region = ofProfile(environment);
        return region == null ? new InstanceMetadata(environment).region() : region;
    }

    static @Nullable String ofProfile(Environment environment) {
        Profile profile = Profiles.read(environment).find(Profiles.activeName(environment));
        String region = profile == null ? null : profile.get("region");
        return region == null ? null : region.trim();
    }
}
