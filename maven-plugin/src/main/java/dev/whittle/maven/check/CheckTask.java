package dev.whittle.maven.check;

import dev.whittle.codegen.report.ReportFormat;
import dev.whittle.maven.request.BaselineOrigin;
import dev.whittle.maven.request.ClientsRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of the goal has to do.
 *
 * @param clients the present clients
 * @param baseline what they are compared with
 * @param baselineVersion the version of the baseline, {@code null} for what the baseline says itself
 * @param project the project
 * @param limits which changes fail the build
 * @param acceptedChanges the file with accepted changes
 * @param acceptance how to accept what would fail now, {@code null} to accept nothing
 * @param reports the formats of the reports
 * @param reportDirectory where the reports go
 * @param classes folders and jars with code that may use the clients
 * @param generatorVersion the version of the plugin
 * @param failOnWarning whether a complaint about accepted changes, or a warning about a model, fails the build
 * @param today the date
 */
public record CheckTask(
        ClientsRequest clients,
        BaselineOrigin baseline,
        @Nullable String baselineVersion,
        ProjectFacts project,
        Limits limits,
        Path acceptedChanges,
        @Nullable NewAcceptance acceptance,
        Set<ReportFormat> reports,
        Path reportDirectory,
        List<Path> classes,
        String generatorVersion,
        boolean failOnWarning,
        LocalDate today) {
    public CheckTask {
        reports = Set.copyOf(reports);
        classes = List.copyOf(classes);
    }

    /**
     * How to accept what would fail.
     *
     * @param reason why
     * @param expires the last day on which it is accepted, {@code null} for no end
     */
    public record NewAcceptance(String reason, @Nullable LocalDate expires) {}
}
