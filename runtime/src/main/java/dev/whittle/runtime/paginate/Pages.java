package dev.whittle.runtime.paginate;

import dev.whittle.runtime.client.RequestOptions;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The responses of an operation that come in pages. No page is fetched before it is asked for.
 *
 * @param <P> the output of the operation
 */
public abstract class Pages<P> extends Results<P> implements Cloneable {
    private RequestOptions options = RequestOptions.builder().build();

    /** Called by the generated class. */
    protected Pages() {}

    /** The same pages, each of them called for with these options. */
    public Pages<P> with(RequestOptions options) {
        try {
            @SuppressWarnings("unchecked")
            Pages<P> pages = (Pages<P>) clone();
            pages.options = Objects.requireNonNull(options, "options must not be null");
            return pages;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The pages, from the first one on.
     *
     * @return an iterator whose {@code next} makes a call, and throws {@link RepeatedTokenException} when the service
     *     sends it in circles; after another exception {@code next} tries the same page again. A page without items that
     *     repeats the token of its request is the last one
     */
    @Override
    public final Iterator<P> iterator() {
        return new PageIterator<>(this, options);
    }

    /** Calls the operation for the page behind another one, or for the first page. Generated. */
    protected abstract P page(@Nullable P previous, RequestOptions options);

    /**
     * What says where the page behind this one begins; null, an empty text or an empty collection if there is none.
     * Generated.
     */
    protected abstract @Nullable Object token(P page);

    /** Whether no page is behind: a token may also be a map, such as the keys that were not processed. */
    static boolean isEnd(Object token) {
        return token.equals("")
                || (token instanceof Map<?, ?> map && map.isEmpty())
                || (token instanceof Collection<?> collection && collection.isEmpty());
    }

    /** Whether a page is known to have no items. */
    boolean isWithoutItems(P page) {
        return false;
    }

    /** Several tokens as one: null if all of them are null or empty. For generated classes. */
    protected static @Nullable Object tokens(@Nullable Object... tokens) {
        for (Object token : tokens) {
            if (token != null && !isEnd(token)) {
                return Arrays.asList(tokens);
            }
        }
        return null;
    }
}
