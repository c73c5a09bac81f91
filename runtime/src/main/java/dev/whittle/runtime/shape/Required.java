package dev.whittle.runtime.shape;

import dev.whittle.runtime.error.MissingMemberException;
import org.jspecify.annotations.Nullable;

/** Checks that required members are set when a structure is built. */
public final class Required {
    private Required() {}

    /**
     * The value itself, known to be set.
     *
     * @param value the member's value, null when it was never set
     * @param member the member's name in the model
     * @param shape the structure's name, for the message
     * @throws MissingMemberException if {@code value} is null
     */
    public static <T> T of(@Nullable T value, String member, String shape) {
        if (value == null) {
            throw MissingMemberException.notSet(shape, member);
        }
        return value;
    }
}
