package dev.whittle.bedrockagentcore.support;

import dev.whittle.runtime.codec.JsonReads;
import dev.whittle.runtime.document.Document;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON to compare by what it says rather than by its spaces. */
public final class Documents {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Documents() {}

    /** What a JSON text says. */
    public static Document parse(String json) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            in.nextToken();
            return JsonReads.document(in);
        }
    }
}
