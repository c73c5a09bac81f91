package dev.whittle.codegen.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of the present clients with a baseline found.
 *
 * @param generator the version of the generator
 * @param folder the folder from which files are named, from the top of the repository, such as {@code services/orders/};
 *     empty if they are the same
 * @param baseline what the clients were compared with, in words, such as {@code revision v1.2.0}
 * @param services the services, in the order of the configuration
 * @param complaints what is wrong with the accepted changes: those that are stale or expired
 * @param version what the changes mean for the version of the artifact, {@code null} if the version of the baseline is not
 *     known
 */
public record CheckReport(
        String generator,
        String folder,
        String baseline,
        List<CheckedService> services,
        List<String> complaints,
        @Nullable VersionAdvice version) {
    public CheckReport {
        services = List.copyOf(services);
        complaints = List.copyOf(complaints);
    }

    /**
     * A file from the top of the repository: viewers that show results beside the files of a repository name them so. Files
     * that are not in it keep their names: those with an absolute path, in archives, and in another revision.
     */
    String inRepository(String file) {
        boolean isOutside = !FileUri.isRelative(file) || file.contains("!") || file.startsWith("git:");
        return isOutside ? file : folder + file;
    }

    /** Every change of every service. */
    public Stream<ReportedChange> changes() {
        return services.stream().flatMap(service -> service.changes().stream());
    }

    /** The changes that fail a build. */
    public Stream<ReportedChange> failing() {
        return changes().filter(change -> change.standing() == Standing.FAILS);
    }

    /** Whether nothing of this fails a build; complaints alone do not. */
    public boolean passes() {
        return (version == null || !version.fails()) && failing().findAny().isEmpty();
    }
}
