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
    static RuntimeException reading(
            Call call, String target, HttpResponse response, @Nullable JsonParser parser, RuntimeException e) {
        String answer = call.operation() + " response";
        if (e instanceof MalformedResponseException malformed) {
            return malformed.in(answer);
        }
        IOException broken = brokenStream(e);
        if (broken != null) {
            return sending(call, target, broken);
        }
        if (e instanceof JacksonException fault) {
            return malformed(fault, parser, response).in(answer);
        }
        return e;
    }

    private static @Nullable IOException brokenStream(RuntimeException e) {
        if (e instanceof UncheckedIOException unchecked) {
            return unchecked.getCause();
        }
        return e instanceof JacksonIOException && e.getCause() instanceof IOException cause ? cause : null;
    }

    private static MalformedResponseException malformed(
            JacksonException e, @Nullable JsonParser parser, HttpResponse response) {
        String encoding = response.headers().first("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            // Nothing asks for such answers, so none is decoded, and none can blow up.
            return new MalformedResponseException("the body has a content encoding, which was not asked for", null);
        }
        String place = parser == null ? "the body" : place(parser.streamReadContext());
        if (e instanceof UnexpectedEndOfInputException) {
            return new MalformedResponseException("the body ends early, at " + place, null);
        }
        if (e instanceof StreamConstraintsException) {
            return new MalformedResponseException(place + " goes beyond a limit: " + e.getOriginalMessage(), e);
        }
        // The parser's own words quote the body, which may hold secrets; so does what it would be the cause of.
        return new MalformedResponseException(
                place + " is not valid JSON, at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr(),
                null);
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
