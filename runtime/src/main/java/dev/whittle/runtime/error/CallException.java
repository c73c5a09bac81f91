package dev.whittle.runtime.error;

import org.jspecify.annotations.Nullable;

/** The root of everything that a call throws, whether the service answered or not. */
public abstract class CallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Made by the subclasses of this package and by generated exceptions. */
    protected CallException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
