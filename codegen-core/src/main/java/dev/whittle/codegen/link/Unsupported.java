package dev.whittle.codegen.link;

import dev.whittle.codegen.parsed.ParsedOperation;
import org.jspecify.annotations.Nullable;

/** Knows which operations need what is not supported yet. */
final class Unsupported {
    private Unsupported() {}

    /** Why an operation is not supported, to follow its name in a sentence; {@code null} when it is. */
    static @Nullable String reason(ParsedOperation operation) {
        return operation.auth().schemes().isEmpty() ? "needs a signature that is not known" : null;
    }
}
