package dev.whittle.codegen.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the list of accepted changes.
 *
 * @param service the id of the service
 * @param packageName the package of the client, {@code null} for each client of the service
 * @param code the code of the change, such as {@code API403}
 * @param place its place in the words of the model, empty for the service
 * @param change what changed, in the words of the report; another change at the same place is not accepted
 * @param reason why it is accepted
 * @param date when it was accepted
 * @param expires the last day on which it is accepted, {@code null} for no end
 */
public record Acceptance(
        String service,
        @Nullable String packageName,
        String code,
        String place,
        String change,
        String reason,
        LocalDate date,
        @Nullable LocalDate expires) {}
