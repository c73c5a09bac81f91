package dev.whittle.transport.jdk;

import dev.whittle.runtime.http.IdleTimeoutException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The body of a response of the JDK's client, read as it comes: one piece is asked for when the one before is read. */
final class QueuedBody extends InputStream implements BodySubscriber<InputStream> {
    private final CompletableFuture<InputStream> self = new CompletableFuture<>();
    private final long idleNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<ByteBuffer> pieces = new ArrayDeque<>();
    private Flow.@Nullable Subscription subscription;
    private @Nullable Throwable failure;
    private boolean ended;
    private boolean closed;

    private QueuedBody(long idleNanos) {
        this.idleNanos = idleNanos;
    }

    /** Makes one for each response. */
    static final class Handler implements BodyHandler<InputStream> {
        private final long idleNanos;

        /** Makes a handler; 0 is for no limit. */
        Handler(int idleMillis) {
            this.idleNanos = idleMillis * 1_000_000L;
        }

        @Override
        public BodySubscriber<InputStream> apply(ResponseInfo response) {
            return new QueuedBody(idleNanos);
        }
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        self.complete(this);
        return self;
    }

    @Override
    public void onSubscribe(Flow.Subscription made) {
        lock.lock();
        try {
            if (closed) {
                made.cancel();
                return;
            }
            subscription = made;
        } finally {
            lock.unlock();
        }
        made.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
        lock.lock();
        try {
            pieces.addAll(items);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        end(thrown);
    }

    @Override
    public void onComplete() {
        end(null);
    }

    private void end(@Nullable Throwable thrown) {
        lock.lock();
        try {
            ended = true;
            failure = thrown;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            ByteBuffer piece = await();
            if (piece == null) {
                return -1;
            }
            int count = Math.min(length, piece.remaining());
            piece.get(target, offset, count);
            return count;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException told = new InterruptedIOException("interrupted while reading the response");
            told.initCause(e);
            throw told;
        } finally {
            lock.unlock();
        }
    }

    /** The piece to read from; null at the end. */
    private @Nullable ByteBuffer await() throws IOException, InterruptedException {
        long left = idleNanos;
        while (true) {
            if (closed) {
                throw new IOException("the body of the response is closed");
            }
            ByteBuffer piece = pieces.peek();
            if (piece != null && piece.hasRemaining()) {
                return piece;
            }
            if (piece != null) {
                pieces.remove();
                if (pieces.isEmpty() && !ended && subscription != null) {
                    subscription.request(1);
                }
            } else if (ended) {
                if (failure != null) {
                    throw new IOException(
                            failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage(),
                            failure);
                }
                return null;
            } else if (idleNanos == 0) {
                changed.await();
            } else if (left <= 0) {
                throw new IdleTimeoutException(
                        "the other side did nothing for " + TimeUnit.NANOSECONDS.toMillis(idleNanos)
                                + " ms while reading the response",
                        TimeUnit.NANOSECONDS.toMillis(idleNanos));
            } else {
                left = changed.awaitNanos(left);
            }
        }
    }

    @Override
    public void close() {
        Flow.Subscription made;
        lock.lock();
        try {
            made = closed || ended ? null : subscription;
            closed = true;
            pieces.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (made != null) {
            made.cancel();
        }
    }
}
