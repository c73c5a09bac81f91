package dev.whittle.benchmarks.call;

import java.util.function.Supplier;

/** Calls of one client. Each gives back what it read, so that none of it can be left out. */
public interface Calls extends AutoCloseable {
    /**
     * One of the calls.
     *
     * @throws IllegalArgumentException if there is no such call
     */
    Supplier<Object> operation(String name);

    @Override
    void close();
}
