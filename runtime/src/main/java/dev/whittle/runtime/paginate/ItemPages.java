package dev.whittle.runtime.paginate;

import dev.whittle.runtime.client.RequestOptions;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The responses of an operation that come in pages, and the items that are on them.
 *
 * @param <P> the output of the operation
 * @param <T> an item; of a map it is an entry
 */
public abstract class ItemPages<P, T extends @Nullable Object> extends Pages<P> {
    /** Called by the generated class. */
    protected ItemPages() {}

    @Override
    @SuppressWarnings("unchecked")
    public final ItemPages<P, T> with(RequestOptions options) {
        return (ItemPages<P, T>) super.with(options);
    }

    /** The items of all pages, in their order; a page without items is passed over. */
    public final Results<T> items() {
        return new Items<>(this);
    }

    /** The items of one page. Generated. */
    protected abstract Iterable<T> items(P page);

    @Override
    final boolean isWithoutItems(P page) {
        return !items(page).iterator().hasNext();
    }

    private static final class Items<P, T extends @Nullable Object> extends Results<T> {
        private final ItemPages<P, T> pages;

        Items(ItemPages<P, T> pages) {
            this.pages = pages;
        }

        @Override
        public Iterator<T> iterator() {
            return new ItemIterator<>(pages);
        }
    }
}
