package dev.whittle.codegen.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The one place where Jackson's parser is set up. */
final class JsonParsers {
    static final int DEEPEST = 256;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonParsers() {}

    static JsonParser of(String text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }
}
