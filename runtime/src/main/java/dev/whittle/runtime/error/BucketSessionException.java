package dev.whittle.runtime.error;

/**
 * The service refused to create a session with a bucket, which the request of a call needs: for directory buckets of Amazon S3
 * Express One Zone. The call was not sent.
 */
public final class BucketSessionException extends ServiceException {
    private static final long serialVersionUID = 1L;

    /** Made by the pipeline. */
    public BucketSessionException(ErrorDetails details) {
        super(details);
    }
}
