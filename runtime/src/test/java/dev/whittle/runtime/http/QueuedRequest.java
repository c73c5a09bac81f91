package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A body whose parts a test hands over one by one, as an application does with events. */
final class QueuedRequest extends RequestBody {
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> parts = new LinkedBlockingQueue<>();
    private HttpHeaders trailers = HttpHeaders.empty();
    private volatile RuntimeException failure;

    /** Counted down when the thread has left the body. */
    final CountDownLatch left = new CountDownLatch(1);

    /** Whether the body was asked for its bytes at all. */
    volatile boolean started;

    /** What the body was ended with; null for the end of its parts. */
    volatile Throwable thrown;

    void send(String part) {
        parts.add(part.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] part) {
        parts.add(part);
    }

    void end() {
        parts.add(END);
    }

    void end(HttpHeaders fields) {
        trailers = fields;
        parts.add(END);
    }

    void fail(RuntimeException exception) {
        failure = exception;
        parts.add(END);
    }

    /** Waits until the thread has left the body, if it ever entered it. */
    boolean isLeft() throws InterruptedException {
        return !started || left.await(10, TimeUnit.SECONDS);
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        started = true;
        try {
            byte[] part = parts.take();
            while (part != END) {
                out.write(part);
                out.flush();
                part = parts.take();
            }
            if (failure != null) {
                throw failure;
            }
        } catch (InterruptedException e) {
            thrown = e;
            throw (IOException) new InterruptedIOException().initCause(e);
        } catch (IOException | RuntimeException e) {
            thrown = e;
            throw e;
        } finally {
            left.countDown();
        }
    }

    @Override
    public HttpHeaders trailers() {
        return trailers;
    }

    @Override
    public byte[] toByteArray() {
        throw new UnsupportedOperationException();
    }
}
