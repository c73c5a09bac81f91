package dev.whittle.bedrockagentcore.browser;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.model.BrowserSessionStatus;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.ResourceNotFoundException;
import dev.whittle.runtime.auth.StreamSigner;
import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.ClientClosedException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts sessions in a browser, and joins those that run. Immutable, and safe for use by many threads. It uses a client,
 * which must stay open as long as the sessions are in use.
 *
 * <pre>{@code
 * try (BrowserSession session = Browser.of(client).start(o -> o.name("prices").timeout(Duration.ofMinutes(5)))) {
 *     ...
 * }
 * }</pre>
 */
public final class Browser {
    private static final String DEFAULT_IDENTIFIER = "aws.browser.v1";
    private static final RequestOptions NO_OPTIONS = RequestOptions.builder().build();
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    private final BedrockAgentCoreClient client;
    private final String identifier;
    private final @Nullable String streamDomain;
    private final Clock clock;

    private Browser(BedrockAgentCoreClient client, String identifier, @Nullable String streamDomain, Clock clock) {
        this.client = Objects.requireNonNull(client, "client must not be null");
        this.identifier = Objects.requireNonNull(identifier, "browserIdentifier must not be null");
        this.streamDomain = streamDomain;
        this.clock = clock;
    }

    /** The browser {@code aws.browser.v1}, which every account has. */
    public static Browser of(BedrockAgentCoreClient client) {
        return of(client, DEFAULT_IDENTIFIER);
    }

    /**
     * A browser of the account.
     *
     * @param browserIdentifier its identifier; the service checks it when a session is started or joined
     */
    public static Browser of(BedrockAgentCoreClient client, String browserIdentifier) {
        return new Browser(client, browserIdentifier, null, Clock.systemUTC());
    }

    /**
     * The same browser, but streams must be at these hosts. By default they must be at hosts of the client's endpoint or of
     * the region's standard endpoint. A VPC endpoint can need another domain.
     *
     * @param domain a host, or a domain with all hosts in it, such as {@code example.com}
     * @throws IllegalArgumentException if it is empty or starts with a dot
     */
    public Browser streamDomain(String domain) {
        if (domain.isEmpty() || domain.startsWith(".")) {
            throw new IllegalArgumentException(
                    "domain '" + domain + "' must be a host or a domain, without a leading dot");
        }
        return new Browser(client, identifier, domain, clock);
    }

    /** The same browser with the clock that expiry is measured by. For tests. */
    Browser clock(Clock other) {
        return new Browser(client, identifier, streamDomain, other);
    }

    /** The identifier of the browser. */
    public String browserIdentifier() {
        return identifier;
    }

    /** As {@link #start(BrowserSessionOptions)}, with the service's defaults. */
    public BrowserSession start() {
        return start(BrowserSessionOptions.builder().build());
    }

    /** As {@link #start(BrowserSessionOptions)}, with the options built in place. */
    public BrowserSession start(Consumer<BrowserSessionOptions.Builder> options) {
        BrowserSessionOptions.Builder builder = BrowserSessionOptions.builder();
        options.accept(builder);
        return start(builder.build());
    }

    /**
     * Starts a session and waits until it is {@code READY}. If this fails or is interrupted, it stops the session before it
     * throws, also if the response to the start was lost. That takes up to 30 seconds. If stopping fails too, that failure
     * is among the suppressed exceptions of the first one, and the session lives until its timeout.
     *
     * @return the session, to be closed by the caller
     * @throws SessionEndedException if the session ended before it was {@code READY}
     * @throws BrowserException if the session is not {@code READY} in time, or {@code stopOnExit} is set and the process is
     *     exiting
     * @throws CallInterruptedException if the thread is interrupted; its interrupt flag is still set
     * @throws CallException if a call fails
     */
    public BrowserSession start(BrowserSessionOptions options) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException(
                    "interrupted before a session of browser " + identifier + " was started", null);
        }
        SessionEnd end = new SessionEnd(client, options.request(identifier));
        if (options.stopOnExit()) {
            ExitHook.add(end);
        }
        long startedAt = System.nanoTime();
        try {
            String id = end.start(NO_OPTIONS);
            GetBrowserSessionResponse session = untilReady(id, options.readyWithin());
            return new BrowserSession(this, id, session, end).announceEnd(options, startedAt);
        } catch (RuntimeException | Error e) {
            if (!end.isStarted() && StartFailures.leftNoSession(e)) {
                end.release();
            } else {
                end.endAfter(e);
            }
            if (options.stopOnExit() && ExitHook.isExiting() && isEndedByExit(e)) {
                throw ExitHook.exiting("the session was stopped before it was READY", e);
            }
            throw e;
        }
    }

    /** Whether a start can have failed so because a hook has stopped the session, or has closed the client. */
    private static boolean isEndedByExit(Throwable failure) {
        return failure instanceof SessionEndedException
                || failure instanceof ResourceNotFoundException
                || failure instanceof ClientClosedException;
    }

    /**
     * Joins a session that other code has started. {@link BrowserSession#close} leaves it running.
     *
     * @throws SessionEndedException if the session has ended
     * @throws CallException if the call fails, such as with {@code ResourceNotFoundException} if there is no such session
     */
    public BrowserSession join(String sessionId) {
        GetBrowserSessionResponse session = get(sessionId, NO_OPTIONS);
        if (BrowserSessionStatus.TERMINATED.equals(session.status())) {
            throw new SessionEndedException(sessionId);
        }
        return new BrowserSession(this, sessionId, session, SessionEnd.ofJoined(client, identifier, sessionId));
    }

    BedrockAgentCoreClient client() {
        return client;
    }

    Clock clock() {
        return clock;
    }

    StreamSigner signer() {
        return streamDomain == null
                ? client.presigner().streamSigner()
                : client.presigner().streamSigner(streamDomain);
    }

    GetBrowserSessionResponse get(String sessionId) {
        return get(sessionId, NO_OPTIONS);
    }

    private GetBrowserSessionResponse get(String sessionId, RequestOptions options) {
        return client.getBrowserSession(
                GetBrowserSessionRequest.builder()
                        .browserIdentifier(identifier)
                        .sessionId(sessionId)
                        .build(),
                options);
    }

    private GetBrowserSessionResponse untilReady(String id, Duration within) {
        long limit = (within.compareTo(LONGEST_WAIT) < 0 ? within : LONGEST_WAIT).toNanos();
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        long left = limit;
        while (true) {
            GetBrowserSessionResponse session = get(
                    id,
                    RequestOptions.builder()
                            .callTimeout(Duration.ofNanos(Math.max(left, 1_000_000)))
                            .build());
            BrowserSessionStatus status = session.status();
            if (BrowserSessionStatus.READY.equals(status)) {
                return session;
            }
            if (BrowserSessionStatus.TERMINATED.equals(status)) {
                throw new SessionEndedException(id);
            }
            left = limit - (System.nanoTime() - start);
            if (left <= 0) {
                throw new BrowserException("session " + id + " is not READY after " + within.toMillis()
                        + " ms, its status is " + (status == null ? "not reported" : status)
                        + "; it was given up. Allow more time with readyWithin(...)");
            }
            sleep(id, Math.min(pause, TimeUnit.NANOSECONDS.toMillis(left) + 1));
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private static void sleep(String id, long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("interrupted while waiting until session " + id + " is READY", e);
        }
    }
}
