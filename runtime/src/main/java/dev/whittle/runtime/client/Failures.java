package dev.whittle.runtime.client;

import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.http.ConnectTimeoutException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in this runtime's words what transports and parsers throw. Not loaded until something fails. */
final class Failures {
    private Failures() {}

    /** The exception for a failure while a request was sent or its answer received. */
    static TransportException sending(String operation, String target, CallTimer timer, IOException e) {
        if (e instanceof ConnectTimeoutException) {
            return timer.connecting(operation + ": no connection to " + target, e);
        }
        if (e instanceof SocketTimeoutException) {
            return timer.attempting(operation + ": no complete answer from " + target, e);
        }
        if (e instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
            return new CallInterruptedException(operation + ": interrupted while waiting for " + target, e);
        }
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new TransportException(operation + ": the exchange with " + target + " failed: " + reason, e);
    }

    /** The exception for a failure while an operation read its answer; the same one if it is no such failure. */
    static RuntimeException reading(
            String operation, String target, CallTimer timer, @Nullable JsonParser parser, RuntimeException e) {
        String answer = operation + " response";
        if (e instanceof MalformedResponseException malformed) {
            return malformed.in(answer);
        }
        IOException broken = brokenStream(e);
        if (broken != null) {
            return sending(operation, target, timer, broken);
        }
        if (e instanceof JacksonException fault) {
            return new MalformedResponseException(describe(fault, parser), e).in(answer);
        }
        return e;
    }

    private static @Nullable IOException brokenStream(RuntimeException e) {
        if (e instanceof UncheckedIOException unchecked) {
            return unchecked.getCause();
        }
        return e instanceof JacksonIOException && e.getCause() instanceof IOException cause ? cause : null;
    }

    private static String describe(JacksonException e, @Nullable JsonParser parser) {
        String place = parser == null ? "the body" : place(parser.streamReadContext());
        if (e instanceof UnexpectedEndOfInputException) {
            return "the body ends early, at " + place;
        }
        if (e instanceof StreamConstraintsException) {
            return place + " goes beyond a limit: " + e.getOriginalMessage();
        }
        return place + " is not valid JSON: " + e.getOriginalMessage();
    }

    private static String place(TokenStreamContext context) {
        String pointer = context.pathAsPointer().toString();
        if (pointer.isEmpty()) {
            return "the body";
        }
        // That of something nested a thousand deep would fill a page.
        return pointer.length() > 200 ? pointer.substring(0, 200) + "…" : pointer;
    }
}
