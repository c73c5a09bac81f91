package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One read of a stream on a thread of its own, which its caller waits for only as long as it likes. */
final class BlockingRead implements Runnable {
    private static final int CHUNK = 8 * 1024;

    private final InputStream in;
    private final byte[] bytes;
    private int count;
    private @Nullable IOException failure;
    private boolean done;
    private boolean unwanted;

    BlockingRead(InputStream in, int length) {
        this.in = in;
        this.bytes = new byte[Math.min(length, CHUNK)];
    }

    void start() {
        Threads.POOL.execute(this);
    }

    @Override
    public void run() {
        int read = 0;
        IOException thrown = null;
        try {
            read = in.read(bytes);
        } catch (IOException e) {
            thrown = e;
        }
        boolean close;
        synchronized (this) {
            count = read;
            failure = thrown;
            done = true;
            close = unwanted;
            notifyAll();
        }
        if (close) {
            closeQuietly();
        }
    }

    /** Waits for the bytes; false when the exchange has to end before they come. An interrupt is left standing. */
    synchronized boolean await(UrlExchange exchange) {
        while (!done) {
            if (exchange.mustEnd()) {
                return false;
            }
            try {
                wait(exchange.leftMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return true;
    }

    synchronized int take(byte[] target, int offset) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (count > 0) {
            System.arraycopy(bytes, 0, target, offset, count);
        }
        return count;
    }

    /** Closes the stream when the read is over, which may be now. */
    void closeAfterwards() {
        synchronized (this) {
            unwanted = true;
            if (!done) {
                return;
            }
        }
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            in.close();
        } catch (IOException e) {
            // Nobody waits for this stream any more.
            return;
        }
    }

    /** The threads, made when the first answer comes in pieces. */
    private static final class Threads implements ThreadFactory {
        static final ThreadPoolExecutor POOL = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), new Threads());

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "whittle-read");
            thread.setDaemon(true);
            return thread;
        }
    }
}
