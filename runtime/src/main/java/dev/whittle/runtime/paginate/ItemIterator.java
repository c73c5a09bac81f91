package dev.whittle.runtime.paginate;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes from item to item, and for that from page to page. */
final class ItemIterator<P, T extends @Nullable Object> implements Iterator<T> {
    private final ItemPages<P, T> pages;
    private final Iterator<P> remaining;
    private Iterator<T> items = Collections.emptyIterator();

    ItemIterator(ItemPages<P, T> pages) {
        this.pages = pages;
        this.remaining = pages.iterator();
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext()) {
            if (!remaining.hasNext()) {
                return false;
            }
            items = pages.items(remaining.next()).iterator();
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.next();
    }
}
