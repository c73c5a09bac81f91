package dev.whittle.runtime.http;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The transports that tests of any transport run with. Modules of other transports run these tests again with theirs. */
public final class Transports {
    private Transports() {}

    /** New transports: those that the class path announces, or else the runtime's own. */
    public static List<HttpTransport> underTest() {
        return underTest(new SocketTransport());
    }

    /** As {@link #underTest()}, with the runtime's own set up as a test needs it. */
    static List<HttpTransport> underTest(SocketTransport own) {
        List<HttpTransport> others = new ArrayList<>();
        ServiceLoader.load(HttpTransport.class).forEach(others::add);
        return others.isEmpty() ? List.of(own) : others;
    }
}
