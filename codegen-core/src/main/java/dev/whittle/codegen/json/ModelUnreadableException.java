package dev.whittle.codegen.json;

import org.jspecify.annotations.Nullable;

/** A model that is not where it was said to be, or that cannot be read. The message is for the user. */
public final class ModelUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    ModelUnreadableException(String message, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** What to do about it, such as what is there instead; {@code null} where nothing helpful is known. */
    public @Nullable String hint() {
        return hint;
    }

    /** The same problem with this hint, unless it has one. */
    public ModelUnreadableException orHint(String other) {
        return hint != null ? this : new ModelUnreadableException(String.valueOf(getMessage()), other, this);
    }

    /** The message, and the hint behind it if there is one. */
    public String text() {
        return getMessage() + (hint == null ? "" : " (" + hint + ")");
    }
}
