package dev.whittle.codegen.jmespath;

import dev.whittle.codegen.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What keeps an expression from being compiled; caught where the expression's place is known. */
final class PathException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final @Nullable String hint;

    PathException(ProblemCode code, String message, @Nullable String hint) {
        super(message, null, false, false);
        this.code = code;
        this.hint = hint;
    }

    ProblemCode code() {
        return code;
    }

    @Nullable
    String hint() {
        return hint;
    }
}
