package dev.whittle.runtime.stream;

import dev.whittle.runtime.internal.ByteSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events from a body of the type {@code text/event-stream}, as they arrive. An event without a blank line
 * at the end of the body is ignored, as the specification requires.
 *
 * <p>One thread may read at a time. Any thread may call {@link #close}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">HTML
 *     Standard, interpreting an event stream</a>
 */
public final class ServerSentEvents implements Iterable<ServerSentEvent>, AutoCloseable {
    /** How many bytes an event may have, so that a stream without an end of lines does not fill the memory. */
    private static final int LIMIT = 16 << 20;

    private final InputStream body;
    private final byte[] piece = new byte[8 * 1024];
    private int position;
    private int filled;
    private boolean afterReturn;
    private boolean begun;
    private boolean iterated;
    private String lastEventId = "";
    private @Nullable Duration retry;

    /** Reads events from a body. */
    public ServerSentEvents(InputStream body) {
        this.body = body;
    }

    /**
     * The next event; null at the end of the body.
     *
     * @throws IOException if the body breaks off, or an event is larger than 16 MiB
     */
    public @Nullable ServerSentEvent read() throws IOException {
        String type = "";
        StringBuilder data = new StringBuilder();
        boolean hasData = false;
        for (String line = line(LIMIT - data.length()); line != null; line = line(LIMIT - data.length())) {
            if (line.isEmpty()) {
                if (hasData) {
                    return new ServerSentEvent(type.isEmpty() ? "message" : type, data.toString(), lastEventId, retry);
                }
                type = "";
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            int start = colon < 0 ? line.length() : colon + 1;
            String value = line.substring(start < line.length() && line.charAt(start) == ' ' ? start + 1 : start);
            if (field.equals("data")) {
                if (hasData) {
                    data.append('\n');
                }
                data.append(value);
                hasData = true;
            } else if (field.equals("event")) {
                type = value;
            } else if (field.equals("id") && value.indexOf('\0') < 0) {
                lastEventId = value;
            } else if (field.equals("retry")) {
                retry(value);
            }
        }
        return null;
    }

    private void retry(String digits) {
        long millis = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return;
            }
            millis = Math.min(Integer.MAX_VALUE, millis * 10 + (c - '0'));
        }
        if (!digits.isEmpty()) {
            retry = Duration.ofMillis(millis);
        }
    }

    /** A line without its end, which is CR, LF or both; null for one that has none. */
    private @Nullable String line(int limit) throws IOException {
        ByteSink line = new ByteSink();
        while (true) {
            if (position == filled) {
                position = 0;
                filled = Math.max(0, body.read(piece, 0, piece.length));
                if (filled == 0) {
                    return null;
                }
            }
            if (afterReturn) {
                afterReturn = false;
                if (piece[position] == '\n') {
                    position++;
                    continue;
                }
            }
            int end = position;
            while (end < filled && piece[end] != '\n' && piece[end] != '\r') {
                end++;
            }
            line.write(piece, position, end - position);
            position = end;
            if (line.size() > limit) {
                throw new IOException("an event is larger than 16 MiB");
            }
            if (end < filled) {
                afterReturn = piece[end] == '\r';
                position++;
                return text(line);
            }
        }
    }

    private String text(ByteSink line) {
        String text = new String(line.array(), 0, line.size(), StandardCharsets.UTF_8);
        boolean marked = !begun && !text.isEmpty() && text.charAt(0) == '\uFEFF';
        begun = true;
        return marked ? text.substring(1) : text;
    }

    /**
     * The events, once.
     *
     * @return an iterator that waits for each event. It throws {@link UncheckedIOException} where {@link #read} throws its
     *     cause
     * @throws IllegalStateException if it is called twice
     */
    @Override
    public Iterator<ServerSentEvent> iterator() {
        if (iterated) {
            throw new IllegalStateException("the events can be read only once");
        }
        iterated = true;
        return new Events();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    private final class Events implements Iterator<ServerSentEvent> {
        private @Nullable ServerSentEvent next;

        @Override
        public boolean hasNext() {
            if (next == null) {
                try {
                    next = read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return next != null;
        }

        @Override
        public ServerSentEvent next() {
            ServerSentEvent event = hasNext() ? next : null;
            if (event == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return event;
        }
    }
}
