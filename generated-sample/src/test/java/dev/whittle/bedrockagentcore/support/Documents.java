package dev.whittle.bedrockagentcore.support;

import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.document.Document;
import java.nio.charset.StandardCharsets;

/** JSON to compare by what it says rather than by its spaces. */
public final class Documents {
    private Documents() {}

    /** What a JSON text says. */
    public static Document parse(String json) {
        return new JsonReader(json.getBytes(StandardCharsets.UTF_8)).document();
    }
}
