package dev.whittle.transport.jdk;

import dev.whittle.runtime.internal.ByteSink;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of a response of the JDK's client, in memory, up to one byte more than its caller has use for. */
final class CollectedBody implements BodySubscriber<InputStream> {
    private final CompletableFuture<InputStream> whole = new CompletableFuture<>();
    private final ByteSink sink = new ByteSink();
    private long left;
    private Flow.@Nullable Subscription subscription;

    private CollectedBody(long limit) {
        this.left = limit == Long.MAX_VALUE ? limit : limit + 1;
    }

    /** Makes one for each response. */
    static final class Handler implements BodyHandler<InputStream> {
        private final long limit;

        Handler(long limit) {
            this.limit = limit;
        }

        @Override
        public BodySubscriber<InputStream> apply(ResponseInfo response) {
            return new CollectedBody(limit);
        }
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription made) {
        subscription = made;
        made.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
        for (ByteBuffer item : items) {
            byte[] bytes = new byte[(int) Math.min(item.remaining(), left)];
            item.get(bytes);
            left -= bytes.length;
            sink.write(bytes, 0, bytes.length);
        }
        Flow.Subscription made = subscription;
        if (left == 0 && made != null) {
            made.cancel();
            onComplete();
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(new ByteArrayInputStream(sink.array(), 0, sink.size()));
    }
}
