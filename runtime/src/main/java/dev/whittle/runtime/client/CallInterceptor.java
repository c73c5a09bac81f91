package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpHeaders;

/**
 * Takes part in every attempt of a client's calls. One instance serves all calls, on the threads that make them, and
 * must be safe for use by many of them. What it throws ends the call, and reaches the caller as it is. A header that cannot be
 * sent ends the call with a {@link dev.whittle.runtime.error.RequestNotSentException}.
 */
public interface CallInterceptor {
    /**
     * Called before an attempt is signed. What is done to the headers here is signed and sent, at this attempt only: a
     * retry begins with the headers that the operation wrote.
     *
     * @param headers the headers so far; the signature's are added later
     */
    default void beforeSigning(CallInfo call, HttpHeaders.Builder headers) {}

    /** Called when a response's headers are there, before its body is read. */
    default void afterResponse(CallInfo call, ResponseInfo response) {}
}
