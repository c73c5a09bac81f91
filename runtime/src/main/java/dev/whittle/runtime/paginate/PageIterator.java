package dev.whittle.runtime.paginate;

import dev.whittle.runtime.client.RequestOptions;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Goes from page to page. A page that repeats the token of its request and has no items is the last one: some services,
 * such as CloudWatch Logs, end their pages so. Any other token that comes again would lead to calls without end, which is
 * an error: at once when it is the token before, and when it is an earlier one, within as many pages again, by Brent's way
 * of finding cycles, which keeps one token only.
 */
final class PageIterator<P> implements Iterator<P> {
    private final Pages<P> pages;
    private final RequestOptions options;
    private @Nullable P last;
    private @Nullable Object token;
    private @Nullable Object mark;
    private long count;
    private long nextMark = 1;
    private boolean repeated;

    PageIterator(Pages<P> pages, RequestOptions options) {
        this.pages = pages;
        this.options = options;
    }

    @Override
    public boolean hasNext() {
        return last == null || token != null;
    }

    @Override
    public P next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (repeated) {
            throw new RepeatedTokenException(pages.getClass().getSimpleName(), count);
        }
        P page = pages.page(last, options);
        Object next = pages.token(page);
        if (next == null || Pages.isEnd(next) || (next.equals(token) && pages.isWithoutItems(page))) {
            next = null;
        }
        repeated = next != null && (next.equals(token) || next.equals(mark));
        if (++count == nextMark) {
            mark = next;
            nextMark *= 2;
        }
        token = next;
        last = page;
        return page;
    }
}
