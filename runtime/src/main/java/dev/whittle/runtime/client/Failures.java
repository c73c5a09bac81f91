package dev.whittle.runtime.client;

import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.http.ConnectTimeoutException;
import dev.whittle.runtime.http.HttpResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;

/** Says in this runtime's words what transports and parsers throw. Not loaded until something fails. */
final class Failures {
    private Failures() {}

    /** The exception for a failure while a request was sent or its answer received. */
    static TransportException sending(Call call, String target, IOException e) {
        String operation = call.operation();
        if (e instanceof ConnectTimeoutException) {
            return call.connecting(operation + ": no connection to " + target, e);
        }
        if (e instanceof SocketTimeoutException) {
            return call.attempting(operation + ": no complete answer from " + target, e);
        }
        if (e instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
            return new CallInterruptedException(operation + ": interrupted while waiting for " + target, e);
        }
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new TransportException(
                operation + ": the exchange with " + target + " failed: " + reason + call.attemptText(), e);
    }

    /** The exception for a failure while an operation read its answer; the same one if it is no such failure. */
    static RuntimeException reading(Call call, String target, HttpResponse response, RuntimeException e) {
        if (e instanceof MalformedResponseException malformed) {
            return (isEncoded(response) ? encoded() : malformed).in(call.operation() + " response");
        }
        return e instanceof UncheckedIOException && e.getCause() instanceof IOException broken
                ? sending(call, target, broken)
                : e;
    }

    private static boolean isEncoded(HttpResponse response) {
        String encoding = response.headers().first("Content-Encoding");
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    /** Nothing asks for such answers, so none is decoded, and none can blow up. */
    private static MalformedResponseException encoded() {
        return new MalformedResponseException("the body has a content encoding, which was not asked for", null);
    }
}
