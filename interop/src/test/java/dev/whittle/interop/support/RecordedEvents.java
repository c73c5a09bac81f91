package dev.whittle.interop.support;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/** The transport of a client of the AWS SDK, which responds to each request with the same events, in pieces of any size. */
public final class RecordedEvents implements SdkAsyncHttpClient {
    private final byte[] body;
    private final int pieceSize;

    /**
     * A response.
     *
     * @param pieceSize how many bytes arrive at once
     */
    public RecordedEvents(byte[] body, int pieceSize) {
        this.body = body.clone();
        this.pieceSize = pieceSize;
    }

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        SdkAsyncHttpResponseHandler handler = request.responseHandler();
        handler.onHeaders(SdkHttpResponse.builder()
                .statusCode(200)
                .putHeader("Content-Type", Events.CONTENT_TYPE)
                .putHeader("x-amzn-RequestId", "r-1")
                .build());
        handler.onStream(subscriber -> subscriber.onSubscribe(new Pieces(subscriber, done)));
        return done;
    }

    @Override
    public void close() {}

    /** Gives out the body as far as it is requested. */
    private final class Pieces implements Subscription {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final CompletableFuture<Void> done;
        private long demand;
        private int position;
        private boolean isGiving;
        private boolean hasEnded;

        Pieces(Subscriber<? super ByteBuffer> subscriber, CompletableFuture<Void> done) {
            this.subscriber = subscriber;
            this.done = done;
        }

        @Override
        public synchronized void request(long count) {
            demand = Math.addExact(demand, Math.min(count, Integer.MAX_VALUE));
            if (isGiving) {
                return;
            }
            isGiving = true;
            while (demand > 0 && position < body.length && !hasEnded) {
                demand--;
                int size = Math.min(pieceSize, body.length - position);
                position += size;
                subscriber.onNext(ByteBuffer.wrap(body, position - size, size));
            }
            isGiving = false;
            if (position == body.length && !hasEnded) {
                hasEnded = true;
                subscriber.onComplete();
                done.complete(null);
            }
        }

        @Override
        public synchronized void cancel() {
            hasEnded = true;
            done.complete(null);
        }
    }
}
