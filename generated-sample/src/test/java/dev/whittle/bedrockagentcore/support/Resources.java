package dev.whittle.bedrockagentcore.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that tests read. */
public final class Resources {
    private Resources() {}

    /** A session with everything that the model knows of. */
    public static String fullSession() {
        return text("get-browser-session.json");
    }

    private static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream("/dev/whittle/bedrockagentcore/" + name)) {
            if (in == null) {
                throw new AssertionError("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
