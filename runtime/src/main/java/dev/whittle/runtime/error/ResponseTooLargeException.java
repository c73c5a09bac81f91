package dev.whittle.runtime.error;

/** The body of a response is larger than the client's {@code maxResponseSize}. The call is not retried. */
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
        super(
                operation + ": the body of the response is larger than " + limit
                        + " bytes; maxResponseSize of the client's builder allows more",
                null);
        this.limit = limit;
    }

    /** The value of {@code maxResponseSize}, in bytes. */
    public long limit() {
        return limit;
    }
}
