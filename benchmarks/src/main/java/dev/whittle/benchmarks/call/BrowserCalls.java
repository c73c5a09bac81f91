package dev.whittle.benchmarks.call;

import java.util.function.Supplier;

/** The three calls that are compared: a GET, a PUT and a POST. */
public interface BrowserCalls extends Calls {
    /** Looks up a session, by GET. */
    Object get();

    /** Starts a session, by PUT. */
    Object start();

    /** Lists sessions, by POST. */
    Object list();

    @Override
    default Supplier<Object> operation(String name) {
        return switch (name) {
            case "get" -> this::get;
            case "put" -> this::start;
            case "post" -> this::list;
            default -> throw new IllegalArgumentException("no operation " + name);
        };
    }
}
