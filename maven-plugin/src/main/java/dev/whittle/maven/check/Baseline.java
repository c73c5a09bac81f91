package dev.whittle.maven.check;

import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.model.Extra;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the present clients are compared with.
 *
 * @param description what it is, in words
 * @param version the version of the project then, {@code null} if it is not known
 * @param services the services
 * @param lock what only a lock file says, {@code null} for models as they were written
 * @param warnings what may be missing in the baseline
 */
record Baseline(
        String description,
        @Nullable String version,
        List<ServiceRequest> services,
        @Nullable Locked lock,
        List<String> warnings) {
    Baseline {
        services = List.copyOf(services);
        warnings = List.copyOf(warnings);
    }

    /** A baseline that lacks nothing. */
    Baseline(String description, @Nullable String version, List<ServiceRequest> services, @Nullable Locked lock) {
        this(description, version, services, lock, List.of());
    }

    /**
     * What a lock file says besides the models.
     *
     * @param extras what was generated besides the clients
     * @param fingerprints the fingerprint of each service, in the order of the services
     */
    record Locked(Set<Extra> extras, List<String> fingerprints) {
        Locked {
            extras = Set.copyOf(extras);
            fingerprints = List.copyOf(fingerprints);
        }
    }

    /** The same with the version that the user names, if any. */
    Baseline withVersion(@Nullable String given) {
        return given == null ? this : new Baseline(description, given, services, lock, warnings);
    }
}
