package dev.whittle.codegen.link;

import dev.whittle.codegen.model.ServiceModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of linking.
 *
 * @param model the linked model, {@code null} exactly when an error was reported
 * @param leftOut the operations that were left out because they need what is not supported yet, in the model's order
 */
public record LinkResult(@Nullable ServiceModel model, List<String> leftOut) {
    public LinkResult {
        leftOut = List.copyOf(leftOut);
    }
}
