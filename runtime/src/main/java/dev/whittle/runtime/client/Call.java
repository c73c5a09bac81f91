package dev.whittle.runtime.client;

import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call while it goes on: what was asked for, its time against its limits, and how often it was tried. */
final class Call {
    private static final long MILLI = 1_000_000;

    private final Operation<?, ?> operation;
    private final RequestOptions options;
    private final Duration connectTimeout;
    private final Duration attemptTimeout;
    private final Duration callTimeout;
    private final Duration idleTimeout;
    private final RetryPolicy retry;
    private final long maxResponseSize;
    private final long start = System.nanoTime();

    private int attempt = 1;
    private long clockOffsetMillis;
    private int heldTokens;
    private @Nullable List<RuntimeException> failures;
    private @Nullable CallHooks hooks;
    private @Nullable Scope<?, ?> scope;
    private @Nullable Endpoint endpoint;
    private @Nullable EndpointParameters endpointParameters;
    private @Nullable String redirection;
    private @Nullable String region;
    private @Nullable String signedFor;
    private boolean isResponseChecksumSkipped;
    private @Nullable SentBody body;
    private long earlierTransfers;
    private @Nullable List<String> tokens;
    private @Nullable RequestBody events;
    private @Nullable RequestBody unsigned;
    private boolean isPresigned;

    Call(Operation<?, ?> operation, CallSettings settings, RequestOptions options) {
        this.operation = operation;
        this.options = options;
        this.connectTimeout = settings.connectTimeout();
        this.attemptTimeout = options.attemptTimeout() == null ? settings.attemptTimeout() : options.attemptTimeout();
        this.callTimeout = options.callTimeout() == null ? settings.callTimeout() : options.callTimeout();
        this.idleTimeout = options.idleTimeout() == null ? settings.idleTimeout() : options.idleTimeout();
        this.maxResponseSize = settings.maxResponseSize();
        this.retry = options.retry() == null ? settings.retry() : options.retry();
    }

    String operation() {
        return operation.name();
    }

    /** Whether the request may be sent once more although the service may have acted on it. */
    boolean isRepeatable() {
        if (!retry.isOnlyIdempotent() || operation.isIdempotent()) {
            return true;
        }
        // Safe by HTTP itself: RFC 9110, section 9.2.1.
        String method = operation.method();
        return method.equals("GET") || method.equals("HEAD");
    }

    RequestOptions options() {
        return options;
    }

    RetryPolicy retry() {
        return retry;
    }

    /** The most bytes that the body of the response may have. */
    long maxResponseSize() {
        return maxResponseSize;
    }

    /** Who wants to know of this call; null for nobody. */
    @Nullable
    CallHooks hooks() {
        return hooks;
    }

    void hooks(CallHooks started) {
        hooks = started;
    }

    /** What handles the output before the call ends; null if the caller gets the output. */
    @Nullable
    Scope<?, ?> scope() {
        return scope;
    }

    void scope(Scope<?, ?> handling) {
        scope = handling;
    }

    /** Whether the output is read from a response that is still open. */
    boolean isResponseStreamed() {
        return scope != null || operation.isResponseStreamed();
    }

    /** Whether an exception is the caller's own: of its hooks, or of the function that handles the output. */
    boolean isCallersOwn() {
        return (hooks != null && hooks.hasThrown()) || (scope != null && scope.hasThrown());
    }

    /** What the endpoint depends on, with the region of the client; null until that is known. */
    @Nullable
    EndpointParameters endpointParameters() {
        return endpointParameters;
    }

    void endpointParameters(EndpointParameters all) {
        endpointParameters = all;
    }

    /** Where the request goes; null until that is known. */
    @Nullable
    Endpoint endpoint() {
        return endpoint;
    }

    void endpoint(Endpoint found) {
        endpoint = found;
    }

    /** How the call's endpoint wants requests to be signed; null for as the client signs. */
    @Nullable
    EndpointSigning signing() {
        return endpoint == null ? null : endpoint.signing();
    }

    /** Says that the call is made in a region that is not the client's. */
    void region(String other) {
        region = other;
    }

    /** The region that an endpoint wants the call signed for; null for the client's. */
    @Nullable
    String regionOf(EndpointSigning signing) {
        return signing.region() == null ? region : signing.region();
    }

    /** The region that the request is signed for, if its endpoint says how requests are signed; else null. */
    @Nullable
    String signedFor() {
        return signedFor;
    }

    void signedFor(String signed) {
        signedFor = signed;
    }

    /** Whether the call began in the region that its bucket had earlier. */
    boolean isInRememberedRegion() {
        return region != null && redirection == null;
    }

    /** The region to which the service redirected the call; null if it did not. */
    @Nullable
    String redirection() {
        return redirection;
    }

    /** Begins an attempt in another region, for which the request must be written again. */
    void redirect(String region, RuntimeException failure) {
        redirection = region;
        unsigned = null;
        next(failure, heldTokens);
    }

    /** Whether a checksum that the response may have is not compared. */
    boolean isResponseChecksumSkipped() {
        return isResponseChecksumSkipped;
    }

    void skipResponseChecksum() {
        isResponseChecksumSkipped = true;
    }

    /** Sets the streamed body of the request. */
    void body(SentBody sent) {
        earlierTransfers += body == null ? 0 : body.nanos();
        body = sent;
    }

    /** Sets the idempotency tokens that the request has. */
    void tokens(@Nullable List<String> written) {
        tokens = written;
    }

    /** The idempotency tokens of the request before the redirect, so that the service recognises it. */
    Supplier<String> repeatedTokens(Supplier<String> others) {
        return tokens == null ? others : new RepeatedTokens(tokens, others);
    }

    /** Tokens that were written before, then others. */
    private static final class RepeatedTokens implements Supplier<String> {
        private final List<String> tokens;
        private final Supplier<String> others;
        private int next;

        RepeatedTokens(List<String> tokens, Supplier<String> others) {
            this.tokens = tokens;
            this.others = others;
        }

        @Override
        public String get() {
            return next < tokens.size() ? tokens.get(next++) : others.get();
        }
    }

    /** Sets the body of the request if it is events, which are repeatable until they are sent. */
    void events(RequestBody sent) {
        events = sent;
    }

    /** The streamed body as it was before anything of it was signed, which each attempt begins with. */
    @Nullable
    RequestBody unsignedBody(HttpRequest.Builder request) {
        if (unsigned == null) {
            unsigned = request.body();
        }
        return unsigned;
    }

    /** Whether the request is presigned, so that another program sends it. */
    boolean isPresigned() {
        return isPresigned;
    }

    void presigned() {
        isPresigned = true;
    }

    /** Whether the request cannot be sent again, because its body could be read only once, and was. */
    boolean isBodySpent() {
        return (body != null && body.isSpent()) || (events != null && !events.isRepeatable());
    }

    /** Which attempt this is, counted from 1. */
    int attempt() {
        return attempt;
    }

    /** How many attempts there may be. A redirect adds one. */
    int maxAttempts() {
        return retry.maxAttempts() + (redirection == null ? 0 : 1);
    }

    /** Begins the next attempt after a failure. */
    void next(RuntimeException failure, int tokens) {
        List<RuntimeException> earlier = failures;
        if (earlier == null) {
            failures = earlier = new ArrayList<>(2);
        }
        earlier.add(failure);
        heldTokens = tokens;
        attempt++;
    }

    /** What the attempts before this one failed with. */
    List<RuntimeException> earlierFailures() {
        return failures == null ? List.of() : failures;
    }

    /** The tokens that the last retry took; 0 before the first. */
    int heldTokens() {
        return heldTokens;
    }

    /** The correction of the clock that this attempt is signed with. */
    long clockOffsetMillis() {
        return clockOffsetMillis;
    }

    void clockOffsetMillis(long offset) {
        clockOffsetMillis = offset;
    }

    /** {@code , attempt 2 of 3} for a message; nothing at the first attempt. */
    String attemptText() {
        return attempt == 1 ? "" : ", attempt " + attempt + " of " + maxAttempts();
    }

    /** How long a connection may take, in milliseconds; 0 means no limit. */
    int connectMillis() {
        return millis(connectTimeout);
    }

    /**
     * How long an attempt that starts now may take, in milliseconds; 0 means no limit.
     *
     * @throws CallTimeoutException if the call has no time left
     */
    int attemptMillis() {
        int limit = millis(attemptTimeout);
        if (callTimeout.isZero()) {
            return limit;
        }
        long left = leftMillis();
        if (left <= 0) {
            throw outOfTime("no time is left");
        }
        return limit == 0 ? (int) left : (int) Math.min(left, limit);
    }

    /** How long each wait for the service may take while a stream is transferred, in milliseconds; 0 means no limit. */
    int idleMillis() {
        return millis(idleTimeout);
    }

    /** How long the call may still take, in milliseconds; 0 or less when it should have ended. */
    long leftMillis() {
        return callTimeout.isZero() ? Long.MAX_VALUE : millis(callTimeout) - elapsedMillis();
    }

    /** Whether the call has to end at a certain time. */
    boolean isLimited() {
        return !callTimeout.isZero();
    }

    /** The exception for a call whose time ended before something that it needs was there. */
    CallTimeoutException waitedFor(String what) {
        return outOfTime("timed out while waiting for " + what);
    }

    /** The exception for a call that cannot end in time. */
    CallTimeoutException outOfTime(String reason) {
        return new CallTimeoutException(operation() + ": " + reason + attemptText(), "callTimeout", callTimeout, null);
    }

    /** The exception for a connection that took too long. */
    CallTimeoutException connecting(String message, @Nullable Throwable cause) {
        return new CallTimeoutException(message + attemptText(), "connectTimeout", connectTimeout, cause);
    }

    /** The exception for an attempt that took too long: whichever limit it was that ended it. */
    CallTimeoutException attempting(String message, @Nullable Throwable cause) {
        int limit = millis(callTimeout);
        // An attempt cut short by the call's limit ends when the call's time is up, give or take a timer's tick.
        boolean whole = limit != 0 && (attemptTimeout.isZero() || elapsedMillis() + 5 >= limit);
        return whole
                ? new CallTimeoutException(message + attemptText(), "callTimeout", callTimeout, cause)
                : new CallTimeoutException(message + attemptText(), "attemptTimeout", attemptTimeout, cause);
    }

    /** How long the call has taken, without the time in which a stream was sent. */
    private long elapsedMillis() {
        long transferred = earlierTransfers + (body == null ? 0 : body.nanos());
        return (System.nanoTime() - start - transferred) / MILLI;
    }

    // A limit below a millisecond is still a limit.
    private static int millis(Duration limit) {
        return limit.isZero() ? 0 : (int) Math.max(1, limit.toMillis());
    }
}
