package dev.whittle.runtime.paginate;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What is fetched page by page, as far as it is asked for. Every iteration and every stream begins anew, with the first
 * page, and is for one thread; while one is under way, {@code hasNext} and {@code next} throw what the call of a page
 * throws.
 *
 * @param <T> what it consists of
 */
public abstract class Results<T extends @Nullable Object> implements Iterable<T> {
    Results() {}

    /** A sequential stream, which fetches no page before it needs one. */
    public final Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false);
    }
}
