package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.stream.StreamListener;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/** A streamed body that reports its progress to a listener, and to the call its time and whether it can be sent again. */
final class SentBody extends RequestBody {
    private final RequestBody body;
    private final @Nullable StreamListener listener;
    private boolean isBegun;
    private long nanos;

    SentBody(RequestBody body, @Nullable StreamListener listener) {
        this.body = body;
        this.listener = listener;
    }

    /** Whether its bytes are gone, so that the request cannot be sent again. */
    boolean isSpent() {
        return isBegun && !body.isRepeatable();
    }

    /** How long its bytes were being written, in all attempts. */
    long nanos() {
        return nanos;
    }

    @Override
    public long size() {
        return body.size();
    }

    @Override
    public boolean isRepeatable() {
        return body.isRepeatable();
    }

    @Override
    public boolean isInMemory() {
        return body.isInMemory();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        isBegun = true;
        long start = System.nanoTime();
        try {
            body.writeTo(listener == null ? out : new Counted(out, listener, body.size()));
        } finally {
            nanos += System.nanoTime() - start;
        }
    }

    @Override
    public HttpHeaders trailers() {
        return body.trailers();
    }

    @Override
    public void update(MessageDigest digest) {
        long start = System.nanoTime();
        body.update(digest);
        nanos += System.nanoTime() - start;
    }

    @Override
    public void update(Checksum checksum) {
        body.update(checksum);
    }

    @Override
    public byte[] toByteArray() {
        return body.toByteArray();
    }

    /** Counts what is written. */
    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private final StreamListener listener;
        private final long size;
        private long count;

        Counted(OutputStream out, StreamListener listener, long size) {
            this.out = out;
            this.listener = listener;
            this.size = size;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            listener.sent(++count, size);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
            listener.sent(count, size);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
