package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.internal.ByteSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses the bodies of requests with gzip, for operations with Smithy's trait {@code requestCompression}. */
final class RequestCompression {
    private RequestCompression() {}

    /** Compresses the body, if there is one of at least the threshold's size. */
    static void apply(HttpRequest.Builder request, int threshold) {
        RequestBody body = request.body();
        if (body == null || !body.isInMemory() || body.size() < threshold) {
            return;
        }
        ByteSink sink = new ByteSink();
        try (GZIPOutputStream out = new GZIPOutputStream(sink, 8 * 1024)) {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        request.body(RequestBody.unsafe(sink.array(), 0, sink.size()));
        @Nullable String encoding = request.headers().first("Content-Encoding");
        request.headers().set("Content-Encoding", encoding == null ? "gzip" : encoding + ", gzip");
    }
}
