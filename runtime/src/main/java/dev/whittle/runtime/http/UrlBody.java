package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer from a {@link java.net.HttpURLConnection}, held to the exchange's time limit. What has arrived
 * is read by the caller's own thread. Where a read would block, another thread does it, so that the caller can leave
 * when its time is up or it is interrupted.
 */
final class UrlBody extends InputStream {
    private final InputStream in;
    private final UrlExchange exchange;

    /** The bytes still to come; -1 when the answer does not say how many. */
    private long left;

    private boolean ended;
    private @Nullable BlockingRead pending;

    UrlBody(InputStream in, long length, UrlExchange exchange) {
        this.in = in;
        this.left = length;
        this.exchange = exchange;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended || left == 0) {
            return -1;
        }
        if (length == 0) {
            return 0;
        }
        if (exchange.mustEnd()) {
            throw abandon();
        }
        int count;
        // Before a connection closes, the JDK's stream goes on to its end, whatever length the answer has told.
        int wanted = left < 0 ? length : (int) Math.min(left, length);
        try {
            int available = in.available();
            count = available > 0
                    ? in.read(target, offset, Math.min(wanted, available))
                    : block(target, offset, wanted);
        } catch (IOException e) {
            throw exchange.ended(e);
        }
        if (count >= 0) {
            left = left < 0 ? left : left - count;
            return count;
        }
        ended = true;
        if (left > 0) {
            throw new IOException("the connection was closed " + left + " bytes before the end of the answer");
        }
        return -1;
    }

    @Override
    public int available() throws IOException {
        return ended || left == 0 ? 0 : in.available();
    }

    private int block(byte[] target, int offset, int length) throws IOException {
        BlockingRead read = new BlockingRead(in, length);
        pending = read;
        read.start();
        if (!read.await(exchange)) {
            throw abandon();
        }
        pending = null;
        return read.take(target, offset);
    }

    private IOException abandon() {
        ended = true;
        return exchange.ended(null);
    }

    /** Closes the body. If a thread is still reading, that thread does it, as soon as it can. */
    @Override
    public void close() throws IOException {
        ended = true;
        try {
            if (pending == null) {
                in.close();
            } else {
                pending.closeAfterwards();
            }
        } finally {
            exchange.leave();
        }
    }
}
