package dev.whittle.bedrockagentcore.demo;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import java.net.URI;
import java.nio.file.Path;

/**
 * What a {@link Walkthrough} runs against.
 *
 * @param client of the service
 * @param kind of the browsers that the service has
 * @param address of the page to open
 * @param folder for pictures and documents; the walkthrough creates it
 */
record Setting(BedrockAgentCoreClient client, Kind kind, URI address, Path folder) {
    /** The browser of a session. */
    enum Kind {
        /** A {@link DemoBrowser}, with the form of the demo. */
        PLAYED,
        /** A Chromium on this machine, with the form of the demo. */
        CHROMIUM,
        /** A browser of the real service, with a public page. */
        LIVE
    }

    /** Whether the page is the form of the demo, and the service takes any configuration. */
    boolean isDemo() {
        return kind != Kind.LIVE;
    }
}
