package dev.whittle.bedrockagentcore.browser;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.model.ResourceNotFoundException;
import dev.whittle.bedrockagentcore.model.StartBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.StopBrowserSessionRequest;
import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.error.ClientClosedException;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.error.ServiceException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The end of one session. It stops the session despite failures and interrupts, also if only the token of its start is
 * known: the service responds to a repeated start with the session that the first one started.
 */
final class SessionEnd {
    /** How long all attempts together may take. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int ATTEMPTS = 5;
    private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MILLIS = 100;

    private final BedrockAgentCoreClient client;
    private final StartBrowserSessionRequest start;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable String sessionId;
    private volatile boolean isEnded;
    private volatile boolean isReleased;

    /** The end of a session that is about to be started. */
    SessionEnd(BedrockAgentCoreClient client, StartBrowserSessionRequest start) {
        this.client = client;
        this.start = start;
    }

    /** The end of a session that other code has started. */
    static SessionEnd ofJoined(BedrockAgentCoreClient client, String browserIdentifier, String sessionId) {
        SessionEnd end = new SessionEnd(
                client,
                StartBrowserSessionRequest.builder()
                        .browserIdentifier(browserIdentifier)
                        .build());
        end.sessionId = sessionId;
        end.isReleased = true;
        return end;
    }

    /** Starts the session, or learns which one an earlier attempt has started. */
    String start(RequestOptions options) {
        String id = client.startBrowserSession(start, options).sessionId();
        if (id.isEmpty()) {
            throw new BrowserException("the StartBrowserSession response has no sessionId; calls go to a different"
                    + " service, or to an incompatible version of it");
        }
        sessionId = id;
        return id;
    }

    /** Whether the session is known, so that it certainly exists. */
    boolean isStarted() {
        return sessionId != null;
    }

    /** Leaves the session running: {@link #close} does nothing from now on. */
    void release() {
        isReleased = true;
        ExitHook.remove(this);
    }

    /** Ends the session unless it was released. */
    void close() {
        if (!isReleased) {
            end();
        }
    }

    /**
     * Ends the session. One thread does, and others that call this meanwhile wait for it. An attempt that fails because of
     * an interrupt does not count, and once the session is known, the count starts again.
     */
    void end() {
        boolean interrupted = Thread.interrupted();
        lock.lock();
        try {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            int failures = 0;
            while (!isEnded) {
                boolean wasStarted = isStarted();
                RuntimeException failure = tryToStop(deadline);
                if (failure == null) {
                    isEnded = true;
                    ExitHook.remove(this);
                    return;
                }
                if (isStarted() != wasStarted) {
                    failures = 0;
                }
                if (Thread.interrupted()) {
                    interrupted = true;
                } else if (isLasting(failure) || ++failures == ATTEMPTS) {
                    throw failure;
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw failure;
                }
                interrupted |= pause(Math.min(left, FIRST_PAUSE_MILLIS << failures));
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** As {@link #end}, after a failure to which a failure of this is added. */
    void endAfter(Throwable failure) {
        try {
            end();
        } catch (RuntimeException e) {
            if (e != failure) {
                failure.addSuppressed(e);
            }
        }
    }

    /** Returns what went wrong, or null if the session has ended. */
    private @Nullable RuntimeException tryToStop(long deadline) {
        try {
            String id = sessionId;
            if (id == null) {
                id = start(options(deadline));
            }
            stop(id, options(deadline));
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private void stop(String id, RequestOptions options) {
        StopBrowserSessionRequest request = StopBrowserSessionRequest.builder()
                .browserIdentifier(start.browserIdentifier())
                .sessionId(id)
                .build();
        try {
            client.stopBrowserSession(request, options);
        } catch (ResourceNotFoundException e) {
            // There is nothing left to stop.
        }
    }

    private static RequestOptions options(long deadline) {
        Duration left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
        return RequestOptions.builder()
                .attemptTimeout(ATTEMPT_LIMIT)
                .callTimeout(left)
                .build();
    }

    /** Returns whether an interrupt ended the pause early. */
    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static boolean isLasting(RuntimeException failure) {
        if (failure instanceof ServiceException error) {
            return StartFailures.isRejected(error) && !error.isRetryable() && error.statusCode() != 409;
        }
        return failure instanceof RequestNotSentException || failure instanceof ClientClosedException;
    }

    @Override
    public String toString() {
        String id = sessionId;
        return id == null ? "a session that may have started" : "session " + id;
    }
}
