package dev.whittle.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * The client cannot understand the response of the service. The message says where and why, and which status and content
 * type the response had; it never has values of the response.
 */
public final class MalformedResponseException extends CallException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final int statusCode;

    /**
     * Makes the exception, not yet knowing which response it is about.
     *
     * @param problem where and what, such as {@code /viewPort/width is a string, expected an integer}
     * @param cause what the parser threw, if it did
     */
    public MalformedResponseException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
        this.problem = problem;
        this.statusCode = 0;
    }

    private MalformedResponseException(String problem, String message, int statusCode, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.statusCode = statusCode;
    }

    /** The HTTP status of the response; 0 when it is not known. */
    public int statusCode() {
        return statusCode;
    }

    /**
     * The same problem, said to be of this response; the exception itself if it already knows.
     *
     * @param response such as {@code GetBrowserSession response}
     * @param responseStatus its HTTP status
     * @param contentType the type of its body, such as {@code text/html}, or that it has none
     */
    public MalformedResponseException in(String response, int responseStatus, String contentType) {
        if (statusCode != 0) {
            return this;
        }
        MalformedResponseException located = new MalformedResponseException(
                problem,
                response + ": " + problem + " (HTTP " + responseStatus + ", " + contentType + ")",
                responseStatus,
                getCause());
        located.setStackTrace(getStackTrace());
        return located;
    }
}
