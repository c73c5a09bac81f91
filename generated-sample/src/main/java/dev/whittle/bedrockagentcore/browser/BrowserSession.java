package dev.whittle.bedrockagentcore.browser;

import dev.whittle.bedrockagentcore.model.AutomationStreamStatus;
import dev.whittle.bedrockagentcore.model.AutomationStreamUpdate;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.StreamUpdate;
import dev.whittle.bedrockagentcore.model.UpdateBrowserStreamRequest;
import dev.whittle.bedrockagentcore.model.ViewPort;
import dev.whittle.runtime.error.CallException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One session of a {@link Browser}. Closing it stops a session that was started, and leaves one running that was joined.
 * Safe for use by many threads.
 */
public final class BrowserSession implements AutoCloseable {
    /** Times up to it, some 34,000 years, can be calculated with in milliseconds. */
    private static final long FARTHEST_SECOND = 1L << 40;

    private final Browser browser;
    private final String sessionId;
    private final @Nullable ViewPort viewPort;
    private final @Nullable Instant endsAt;
    private final long lifetimeMillis;
    private final SessionEnd end;
    /** True shortly before the session's timeout, false once the session is closed, stopped or detached. */
    private final CompletableFuture<Boolean> timeout = new CompletableFuture<>();

    BrowserSession(Browser browser, String sessionId, GetBrowserSessionResponse session, SessionEnd end) {
        this.browser = browser;
        this.sessionId = sessionId;
        this.viewPort = session.viewPort();
        Integer seconds = session.sessionTimeoutSeconds();
        Instant createdAt = session.createdAt();
        if (Math.abs(createdAt.getEpochSecond()) > FARTHEST_SECOND) {
            throw new BrowserException(
                    "the service reports an impossible createdAt of session " + sessionId + ": " + createdAt);
        }
        this.endsAt = seconds == null ? null : createdAt.plusSeconds(seconds);
        this.lifetimeMillis = seconds == null ? 0 : seconds * 1000L;
        this.end = end;
    }

    /**
     * Calls the listener of the options when the time is due.
     *
     * @param startedAt the {@link System#nanoTime} before the session was started. The session ends no earlier than its
     *     timeout after that, which keeps a local clock that is behind the service's from delaying the call too much.
     */
    // Starting a thread, which is all that the future leads to, fails only if the process is out of memory.
    @SuppressWarnings("FutureReturnValueIgnored")
    BrowserSession announceEnd(BrowserSessionOptions options, long startedAt) {
        Consumer<? super BrowserSession> listener = options.beforeTimeout();
        if (listener != null && endsAt != null) {
            long left = Math.min(
                    Duration.between(browser.clock().instant(), endsAt).toMillis(),
                    lifetimeMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt));
            // A thread for the listener only, made here so that it has the context of the caller.
            Thread thread = new Thread(() -> listener.accept(this), "browser-session-timeout");
            thread.setDaemon(true);
            timeout.completeOnTimeout(true, Math.max(left, 0) - options.aheadMillis(), TimeUnit.MILLISECONDS);
            timeout.thenAccept(isDue -> {
                if (isDue) {
                    thread.start();
                }
            });
        }
        return this;
    }

    /** The identifier of the session. */
    public String sessionId() {
        return sessionId;
    }

    /** The identifier of the browser. */
    public String browserIdentifier() {
        return browser.browserIdentifier();
    }

    /** The size of the visible area of pages when the session was started or joined; null if the service reported none. */
    public @Nullable ViewPort viewPort() {
        return viewPort;
    }

    /** When the session's timeout ends it, by the clock of the service; null if the service reported no timeout. */
    public @Nullable Instant endsAt() {
        return endsAt;
    }

    /**
     * Asks the service for the present state of the session, with all members that the service reports.
     *
     * @throws CallException if the call fails
     */
    public GetBrowserSessionResponse describe() {
        return browser.get(sessionId);
    }

    /**
     * The address of the automation stream, and headers signed for it. Each call asks the service for the present state of
     * the session and signs anew. The headers are valid for five minutes.
     *
     * @throws SessionEndedException if the session has ended
     * @throws BrowserException if a person has control of the session, or the service reports no address that can be signed
     *     for; then nothing is signed
     * @throws CallException if the call fails, or there are no credentials
     */
    public Automation automation() {
        return SessionStreams.automation(browser, describe());
    }

    /**
     * Connects to the session's browser by the Chrome DevTools Protocol, with a fresh {@link #automation()}. In a modular
     * program this needs the module {@code java.net.http}.
     *
     * @throws DevToolsException if the connection cannot be opened
     * @throws BrowserException as {@link #automation()} does
     */
    public DevTools devTools() {
        return devTools(o -> {});
    }

    /**
     * As {@link #devTools()}, with options for the connection.
     *
     * @param options set the options
     */
    public DevTools devTools(Consumer<DevToolsOptions.Builder> options) {
        Automation automation = automation();
        try {
            return DevTools.connect(automation, options);
        } catch (NoClassDefFoundError e) {
            throw new BrowserException(
                    "the module java.net.http is missing: require it, or start with --add-modules java.net.http", e);
        }
    }

    /**
     * A signed URL at which a person can watch the session. Each call asks the service for the present state of the session
     * and signs anew.
     *
     * @param validFor how long the URL is valid: 1 to 300 seconds; fractions of a second are dropped
     * @throws IllegalArgumentException if {@code validFor} is out of range
     * @throws SessionEndedException if the session has ended
     * @throws BrowserException if the service reports no address that can be signed for; then nothing is signed
     * @throws CallException if the call fails, or there are no credentials
     */
    public LiveView liveView(Duration validFor) {
        return SessionStreams.liveView(this, browser, validFor);
    }

    /**
     * Gives control to a person: the service disables the automation stream until {@link #releaseControl}.
     *
     * @throws CallException if the call fails
     */
    public void takeControl() {
        automationStream(AutomationStreamStatus.DISABLED);
    }

    /**
     * Gives control back to programs: the service enables the automation stream.
     *
     * @throws CallException if the call fails
     */
    public void releaseControl() {
        automationStream(AutomationStreamStatus.ENABLED);
    }

    private void automationStream(AutomationStreamStatus status) {
        browser.client()
                .updateBrowserStream(UpdateBrowserStreamRequest.builder()
                        .browserIdentifier(browserIdentifier())
                        .sessionId(sessionId)
                        .streamUpdate(StreamUpdate.automationStreamUpdate(AutomationStreamUpdate.builder()
                                .streamStatus(status)
                                .build()))
                        .build());
    }

    /** The mouse, the keyboard and the screen of the session. */
    public Screen screen() {
        return new Screen(browser.client(), browserIdentifier(), sessionId, viewPort);
    }

    /**
     * Stops the session if {@link Browser#start} started it; does nothing if it was joined, detached or stopped before. An
     * interrupt does not prevent this. If a call fails, it is repeated up to four times, for up to 30 seconds.
     *
     * @throws CallException if the session could not be stopped: calling this again tries again, and the session's timeout
     *     ends it otherwise
     */
    @Override
    public void close() {
        timeout.complete(false);
        end.close();
    }

    /**
     * Stops the session, as {@link #close} does, even if it was joined or detached.
     *
     * @throws CallException as for {@link #close}
     */
    public void stop() {
        timeout.complete(false);
        end.end();
    }

    /** Leaves the session running: {@link #close} and the exit of the process do not stop it from now on. */
    public void detach() {
        timeout.complete(false);
        end.release();
    }

    /** The browser and the session. */
    @Override
    public String toString() {
        return "BrowserSession{browserIdentifier=" + browserIdentifier() + ", sessionId=" + sessionId + "}";
    }
}
