package dev.whittle.codegen.model;

import dev.whittle.codegen.model.path.Path;
import java.util.List;

/**
 * Something that can be waited for by calling an operation again and again.
 *
 * @param name its name, as the model writes it
 * @param pointer where the model defines it: a JSON pointer
 * @param documentation what the model says of it, as HTML; empty when it says nothing
 * @param operation the operation that is called
 * @param delay the seconds between two calls, at least 1
 * @param maxAttempts the number of calls that are made at most, at least 1
 * @param acceptors what to make of a response, in the order in which they are asked; at least one is a success
 */
public record Waiter(
        String name,
        String pointer,
        String documentation,
        Operation operation,
        int delay,
        int maxAttempts,
        List<Acceptor> acceptors) {
    public Waiter {
        acceptors = List.copyOf(acceptors);
    }

    /** Whether it may end with an error of the service as the success that was waited for. */
    public boolean mayEndWithError() {
        return acceptors.stream()
                .anyMatch(acceptor ->
                        acceptor.state() == State.SUCCESS && acceptor.matcher().isOfErrors());
    }

    /**
     * What to make of a response.
     *
     * @param matcher which responses it is about
     * @param state what becomes of the waiting
     */
    public record Acceptor(Matcher matcher, State state) {}

    /** What becomes of the waiting. */
    public enum State {
        SUCCESS,
        FAILURE,
        RETRY
    }

    /** Tells some responses or errors from others. */
    public sealed interface Matcher {
        /** Whether it is about errors of the service, and not about responses. */
        default boolean isOfErrors() {
            return false;
        }
    }

    /** What has an HTTP status. */
    public record Status(int status) implements Matcher {
        @Override
        public boolean isOfErrors() {
            return status >= 300;
        }
    }

    /** Errors with a code. */
    public record ErrorCode(String code) implements Matcher {
        @Override
        public boolean isOfErrors() {
            return true;
        }
    }

    /** Every error. */
    public record AnyError() implements Matcher {
        @Override
        public boolean isOfErrors() {
            return true;
        }
    }

    /** Every response that is no error. */
    public record AnyResponse() implements Matcher {}

    /**
     * Responses in which something is as expected.
     *
     * @param quantity how much of what the path leads to
     * @param path a path into the response
     * @param expression the path as the model writes it
     * @param expected the value that is expected, a literal
     */
    public record OfPath(Quantity quantity, Path path, String expression, Path expected) implements Matcher {}

    /** How much of what a path leads to has to be as expected. */
    public enum Quantity {
        /** The value. */
        VALUE,
        /** Each element of a list that is not empty. */
        ALL,
        /** At least one element of a list. */
        ANY
    }
}
