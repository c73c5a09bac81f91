package dev.whittle.codegen.report;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.problem.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change as a report shows it.
 *
 * @param change the change
 * @param before where it is in the model of the baseline, {@code null} if it did not exist
 * @param after where it is in the present model, {@code null} if it does not exist
 * @param standing what it means for the build
 * @param acceptance the entry by which it is accepted, {@code null} without one
 * @param usedBy the call sites that it touches, sorted; empty if it touches none, {@code null} if no code was examined
 */
public record ReportedChange(
        ApiChange change,
        @Nullable Location before,
        @Nullable Location after,
        Standing standing,
        @Nullable Acceptance acceptance,
        @Nullable List<CallSite> usedBy) {
    public ReportedChange {
        usedBy = usedBy == null ? null : List.copyOf(usedBy);
    }

    /** Where a reader should look: in the present model if it is there. */
    public @Nullable Location location() {
        return after != null ? after : before;
    }
}
