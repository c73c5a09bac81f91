package dev.whittle.runtime.client;

import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.error.ClientClosedException;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.error.MissingMemberException;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.error.ResponseTooLargeException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.http.ConnectTimeoutException;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.IdleTimeoutException;
import dev.whittle.runtime.http.RequestBodyException;
import dev.whittle.runtime.http.UnsendableRequestException;
import dev.whittle.runtime.internal.UnwritableException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says in this runtime's words what transports and parsers throw. Not loaded until something fails. */
final class Failures {
    private Failures() {}

    /** The exception for a failure while a request was sent or its response received. */
    static CallException sending(Call call, String target, IOException e) {
        String operation = call.operation();
        if (e instanceof UnsendableRequestException) {
            return new RequestNotSentException(operation + ": " + e.getMessage(), e);
        }
        if (e instanceof ConnectTimeoutException) {
            return call.connecting(operation + ": no connection to " + target, e);
        }
        if (e instanceof IdleTimeoutException idle) {
            return new CallTimeoutException(
                    operation + ": " + e.getMessage() + " with " + target + call.attemptText(),
                    "idleTimeout",
                    Duration.ofMillis(idle.limitMillis()),
                    e);
        }
        if (e instanceof RequestBodyException) {
            return new RequestNotSentException(operation + ": " + e.getMessage(), e);
        }
        if (e instanceof SocketTimeoutException) {
            return call.attempting(operation + ": no complete response from " + target, e);
        }
        if (e instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
            return new CallInterruptedException(operation + ": interrupted while waiting for " + target, e);
        }
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new TransportException(
                operation + ": the exchange with " + target + " failed: " + reason + call.attemptText(), e);
    }

    /** The exception for a transport that threw what transports should not throw. It is not tried again. */
    static RuntimeException sending(Call call, String target, RuntimeException e) {
        if (e instanceof CallException) {
            return e;
        }
        if (e instanceof UncheckedIOException && e.getCause() instanceof IOException broken) {
            return sending(call, target, broken);
        }
        // Its message may quote the request.
        return new TransportException(
                call.operation() + ": the transport failed with " + name(e) + " while it called " + target
                        + call.attemptText(),
                e);
    }

    /**
     * The exception for a failure to prove who sends a request.
     *
     * @param what what failed
     */
    static RuntimeException authenticating(Call call, String what, RuntimeException e) {
        // Other messages may quote a secret.
        return e instanceof CallException
                ? e
                : new MissingCredentialsException(call.operation() + ": " + what + " failed with " + name(e), e);
    }

    /** The exception for a provider that returned null. */
    static RuntimeException noCredentials(Call call) {
        return new MissingCredentialsException(
                call.operation() + ": the credentials provider returned null instead of credentials", null);
    }

    /** The exception for a client that has none of the schemes that an operation accepts. */
    static RuntimeException noScheme(Operation<?, ?> operation) {
        StringBuilder text = new StringBuilder(operation.name())
                .append(": the client has nothing to authenticate with. Call ")
                .append(setter(operation.authType()));
        for (AuthType other : operation.otherAuthTypes()) {
            text.append(", or ").append(setter(other));
        }
        return new MissingCredentialsException(
                text.append(" on the client's builder").toString(), null);
    }

    /** The call of the builder that sets up a type. */
    private static String setter(AuthType type) {
        return switch (type.id()) {
            case "smithy.api#httpBearerAuth" -> "tokens(...) with a provider of bearer tokens";
            case "smithy.api#httpBasicAuth" ->
                "authScheme(AuthType.HTTP_BASIC, AuthScheme.basic(...)) with a user and a password";
            case "smithy.api#httpApiKeyAuth" ->
                "authScheme(AuthType.HTTP_API_KEY, AuthScheme.apiKeyHeader(...)) with an API key";
            default -> "authScheme(AuthType.of(\"" + type.id() + "\"), ...) with a scheme for " + type.id();
        };
    }

    /** The exception for a transport that returned null. */
    static RuntimeException noResponse(Call call) {
        return new TransportException(
                call.operation() + ": the transport returned null instead of a response" + call.attemptText(),
                new NullPointerException("the transport's response is null"));
    }

    /** The exception for a failure before anything was sent: in rules of endpoints, say, or in code of the caller's. */
    static RuntimeException preparing(String operation, RuntimeException e) {
        if (e instanceof CallException) {
            return e;
        }
        // Other messages may quote what is to be sent.
        String reason = e instanceof UnwritableException ? e.getMessage() : name(e);
        return new RequestNotSentException(operation + ": the request cannot be written: " + reason, e);
    }

    /** The exception for a failure while an operation wrote its request. */
    static RuntimeException writing(String operation, RequestWriter writer, RuntimeException e) {
        String member = writer.member();
        // The writer may fail once more, at a value that is not complete.
        try {
            writer.close();
        } catch (RuntimeException again) {
            e.addSuppressed(again);
        }
        if (e instanceof CallException) {
            return e;
        }
        if (member != null && e instanceof UnwritableException) {
            return new RequestNotSentException(operation + ": member '" + member + "': " + e.getMessage(), e);
        }
        return preparing(operation, e);
    }

    /** The exception for a request whose headers cannot be sent. */
    static RuntimeException badHeader(String operation, @Nullable String name, @Nullable String value) {
        String fault;
        if (name == null) {
            fault = "a header has no name";
        } else if (HeaderFields.nameFault(name) != null) {
            fault = "the request has " + HeaderFields.nameFault(name);
        } else if (value == null) {
            fault = "header " + name + " has no value: it is null";
        } else {
            fault = "header " + name + " holds " + HeaderFields.valueFault(value);
        }
        return new RequestNotSentException(operation + ": " + fault, null);
    }

    /** The exception for a member that is empty where the request needs some text. */
    static RuntimeException empty(String operation, String member) {
        return new MissingMemberException(operation, member, "is empty");
    }

    /** The exception for a call of a client that is closed. */
    static RuntimeException closed(String operation, ServiceInfo service) {
        return new ClientClosedException(operation + ": the client " + service.clientName() + " is closed");
    }

    /** The exception for a member that cannot be sent. */
    static RuntimeException badMember(String operation, String member, String place, String fault) {
        return new RequestNotSentException(operation + ": member '" + member + "'" + place + " " + fault, null);
    }

    private static String name(RuntimeException e) {
        return e.getClass().getName();
    }

    /** The exception for a failure while an operation read its response. */
    static RuntimeException reading(Call call, String target, HttpResponse response, RuntimeException e) {
        if (e instanceof UncheckedIOException && e.getCause() instanceof IOException broken) {
            return sending(call, target, broken);
        }
        if (e instanceof TransportException
                || e instanceof ClientClosedException
                || e instanceof ResponseTooLargeException) {
            return e;
        }
        MalformedResponseException malformed;
        if (isEncoded(response)) {
            malformed = encoded();
        } else if (e instanceof MalformedResponseException known) {
            malformed = known;
        } else {
            // Other messages may quote the response.
            String reason = e instanceof CallException ? e.getMessage() : name(e);
            malformed = new MalformedResponseException("it cannot be read: " + reason, e);
        }
        return malformed(call.operation(), response, malformed);
    }

    /** The same failure, with what is known of the response. */
    static MalformedResponseException malformed(String operation, HttpResponse response, MalformedResponseException e) {
        return e.in(operation + " response", response.status(), contentType(response));
    }

    /** The type of a body without its parameters, as far as it is one. */
    private static String contentType(HttpResponse response) {
        String type = response.headers().first("Content-Type");
        if (type == null) {
            return "no content type";
        }
        int end = type.indexOf(';');
        String bare = (end < 0 ? type : type.substring(0, end)).trim();
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c <= ' ' || c >= 127) {
                return "an invalid content type";
            }
        }
        return bare.isEmpty() || bare.length() > 100 ? "an invalid content type" : bare;
    }

    private static boolean isEncoded(HttpResponse response) {
        String encoding = response.headers().first("Content-Encoding");
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    /** Nothing asks for such responses, so none is decoded, and none can blow up. */
    private static MalformedResponseException encoded() {
        return new MalformedResponseException("the body has a content encoding, which was not asked for", null);
    }
}
