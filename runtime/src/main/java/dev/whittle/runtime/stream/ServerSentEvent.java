package dev.whittle.runtime.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One event of {@link ServerSentEvents}. */
public final class ServerSentEvent {
    private final String type;
    private final String data;
    private final String lastEventId;
    private final @Nullable Duration retry;

    ServerSentEvent(String type, String data, String lastEventId, @Nullable Duration retry) {
        this.type = type;
        this.data = data;
        this.lastEventId = lastEventId;
        this.retry = retry;
    }

    /** What kind of event it is; {@code message} if the stream does not say. */
    public String type() {
        return type;
    }

    /** The event's data, its lines separated by a line feed. */
    public String data() {
        return data;
    }

    /** The last id that the stream has named so far; empty if there is none. */
    public String lastEventId() {
        return lastEventId;
    }

    /** How long to wait before the stream is asked for again, as it said last; null if it did not. */
    public @Nullable Duration retry() {
        return retry;
    }

    /** The type only: data may be secret. */
    @Override
    public String toString() {
        return "ServerSentEvent[" + type + "]";
    }
}
