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
    @Override
    public String toString() {
        return name;
    }
}
