package dev.whittle.interop.support;

import dev.whittle.runtime.client.RequestOptions;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One call, by a client that Whittle generated and by the AWS SDK's.
 *
 * @param <A> the client that Whittle generated
 * @param <B> the AWS SDK's client
 */
public record SameCall<A, B>(String name, BiConsumer<A, RequestOptions> ours, Consumer<B> theirs) {
    /** Makes the call with both clients, and compares their requests. */
    public void assertSameRequest(RecordingServer server, A our, B their) {
        ours.accept(our, RequestOptions.builder().build());
        RecordedRequest ourRequest = server.lastRequest();
        theirs.accept(their);

        SameRequest.assertSame(ourRequest, server.lastRequest());
    }

    /**
     * Makes the call with both clients, and compares their signatures. The AWS SDK also signs the hash of the body as a
     * header. Our client signs it if it is told to send it.
     */
    public void assertSameSignature(RecordingServer server, A our, B their) {
        theirs.accept(their);
        RecordedRequest theirRequest = server.lastRequest();
        RequestOptions options = RequestOptions.builder()
                .header("x-amz-content-sha256", theirRequest.header("x-amz-content-sha256"))
                .build();
        ours.accept(our, options);

        SameRequest.assertSameSignature(server.lastRequest(), theirRequest);
    }

    @Override
    public String toString() {
        return name;
    }
}
