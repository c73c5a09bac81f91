package dev.whittle.benchmarks.call;

/** The two calls that are compared. Each gives back what it read, so that none of it can be left out. */
public interface BrowserCalls extends AutoCloseable {
    /** Looks up a session. */
    Object get();

    /** Starts a session. */
    Object start();

    @Override
    void close();
}
