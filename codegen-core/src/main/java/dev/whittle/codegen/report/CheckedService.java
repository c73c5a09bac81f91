package dev.whittle.codegen.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for one service.
 *
 * @param name the id of the service
 * @param packageName the package of its client
 * @param before the model of the baseline as the user knows it, {@code null} if the service is new
 * @param after the present model as the user knows it, {@code null} if the service is no longer there
 * @param changes what changed, sorted by code and place
 */
public record CheckedService(
        String name,
        String packageName,
        @Nullable String before,
        @Nullable String after,
        List<ReportedChange> changes) {
    public CheckedService {
        changes = List.copyOf(changes);
    }
}
