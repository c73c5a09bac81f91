package dev.whittle.codegen.parsed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be waited for, as {@code waiters-2.json} describes it.
 *
 * @param name its name
 * @param pointer where it stands
 * @param documentation what the file says of it, empty when it says nothing
 * @param operation the name of the operation that is called, {@code null} after a problem
 * @param delay the seconds between two calls, 0 after a problem
 * @param maxAttempts the number of calls that are made at most, 0 after a problem
 * @param acceptors what to make of a response, in the order in which they are asked
 */
public record ParsedWaiter(
        String name,
        String pointer,
        String documentation,
        @Nullable ParsedText operation,
        int delay,
        int maxAttempts,
        List<Acceptor> acceptors) {
    public ParsedWaiter {
        acceptors = List.copyOf(acceptors);
    }

    /** What can be looked at. */
    public enum Matcher {
        STATUS,
        ERROR,
        PATH,
        PATH_ALL,
        PATH_ANY
    }

    /** What becomes of the waiting. */
    public enum State {
        SUCCESS,
        FAILURE,
        RETRY
    }

    /**
     * What to make of a response.
     *
     * @param pointer where it stands
     * @param matcher what is looked at, {@code null} after a problem
     * @param state what becomes of the waiting, {@code null} after a problem
     * @param argument the path, {@code null} where there is none
     * @param expected what is expected: a string, boolean, integer or other number; {@code null} after a problem
     * @param expectedPointer where that stands
     */
    public record Acceptor(
            String pointer,
            @Nullable Matcher matcher,
            @Nullable State state,
            @Nullable ParsedText argument,
            @Nullable Object expected,
            String expectedPointer) {}
}
