package dev.whittle.runtime.error;

/**
 * The body of a response is larger than the client's {@code maxResponseSize}, or than the limit that a stream was read with.
 * The call is not retried.
 */
public final class ResponseTooLargeException extends CallException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    /**
     * Makes the exception.
     *
     * @param operation the operation that was called
     * @param limit the value of {@code maxResponseSize}, in bytes
     */
    public ResponseTooLargeException(String operation, long limit) {
        this(operation, limit, "; maxResponseSize of the client's builder allows more");
    }

    private ResponseTooLargeException(String operation, long limit, String advice) {
        super(operation + ": the body of the response is larger than " + limit + " bytes" + advice, null);
        this.limit = limit;
    }

    /** The exception for a stream that was to be read into memory with a limit of its own, in bytes. */
    public static ResponseTooLargeException ofStream(String operation, long limit) {
        return new ResponseTooLargeException(operation, limit, ", which is the limit that it is read with");
    }

    /** The limit in bytes: the value of {@code maxResponseSize}, or the one that a stream was read with. */
    public long limit() {
        return limit;
    }
}
