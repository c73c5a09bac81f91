package dev.whittle.runtime.paginate;

import dev.whittle.runtime.error.CallException;

/**
 * The service said that the next page begins where an earlier one began: following it would never end. Everything up to
 * the page that said so has been handed out.
 */
public final class RepeatedTokenException extends CallException {
    private static final long serialVersionUID = 1L;

    RepeatedTokenException(String pages, long page) {
        super(pages + ": page " + page + " has the same token as an earlier page, so the pages would never end", null);
    }
}
