package dev.whittle.transport.jdk;

import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.http.RequestBodyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The body of a request for the JDK's client, which is written piece by piece as the client asks for it. */
final class PushedBody implements BodyPublisher {
    private static final int PIECE = 16 * 1024;

    private final RequestBody body;
    private final Executor executor;

    PushedBody(RequestBody body, Executor executor) {
        this.body = body;
        this.executor = executor;
    }

    @Override
    public long contentLength() {
        return body.size();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        Writing writing = new Writing(body, subscriber);
        subscriber.onSubscribe(writing);
        executor.execute(writing);
    }

    /** One transfer. */
    private static final class Writing extends OutputStream implements Flow.Subscription, Runnable {
        private final RequestBody body;
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private long demand;
        private boolean cancelled;

        Writing(RequestBody body, Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.body = body;
            this.subscriber = subscriber;
        }

        @Override
        public void run() {
            try {
                body.writeTo(this);
                flush();
            } catch (IOException e) {
                end(new RequestBodyException(e));
                return;
            } catch (RuntimeException e) {
                end(e);
                return;
            }
            end(null);
        }

        private void end(@Nullable Throwable failure) {
            lock.lock();
            try {
                if (cancelled) {
                    return;
                }
                cancelled = true;
            } finally {
                lock.unlock();
            }
            if (failure == null) {
                subscriber.onComplete();
            } else {
                subscriber.onError(failure);
            }
        }

        @Override
        public void request(long count) {
            lock.lock();
            try {
                demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void cancel() {
            lock.lock();
            try {
                cancelled = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            int from = offset;
            int rest = length;
            while (rest > 0) {
                int count = Math.min(rest, PIECE - filled);
                System.arraycopy(source, from, piece, filled, count);
                filled += count;
                from += count;
                rest -= count;
                if (filled == PIECE) {
                    flush();
                }
            }
        }

        @Override
        public void flush() throws IOException {
            if (filled == 0) {
                return;
            }
            lock.lock();
            try {
                while (demand == 0 && !cancelled) {
                    changed.await();
                }
                if (cancelled) {
                    throw new IOException("the request was ended");
                }
                demand--;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                InterruptedIOException told = new InterruptedIOException("interrupted while sending the request");
                told.initCause(e);
                throw told;
            } finally {
                lock.unlock();
            }
            ByteBuffer full = ByteBuffer.wrap(Arrays.copyOf(piece, filled));
            filled = 0;
            subscriber.onNext(full);
        }
    }
}
