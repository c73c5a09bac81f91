package dev.whittle.runtime.error;

import org.jspecify.annotations.Nullable;

/** The service answered, and the answer cannot be understood. The message says where and why. */
public final class MalformedResponseException extends CallException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final @Nullable String context;

    /**
     * Makes the exception, not yet knowing which answer it is about.
     *
     * @param problem where and what, such as {@code /viewPort/width is a string, expected an integer}
     * @param cause what the parser threw, if it did
     */
    public MalformedResponseException(String problem, @Nullable Throwable cause) {
        this(problem, null, cause);
    }

    private MalformedResponseException(String problem, @Nullable String context, @Nullable Throwable cause) {
        super(context == null ? problem : context + ": " + problem, cause);
        this.problem = problem;
        this.context = context;
    }

    /**
     * The same problem, said to be of this answer; the exception itself if it already knows.
     *
     * @param answer such as {@code GetBrowserSession response}
     */
    public MalformedResponseException in(String answer) {
        if (context != null) {
            return this;
        }
        MalformedResponseException located = new MalformedResponseException(problem, answer, getCause());
        located.setStackTrace(getStackTrace());
        return located;
    }
}
