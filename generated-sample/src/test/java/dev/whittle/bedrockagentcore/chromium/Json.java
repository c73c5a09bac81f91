package dev.whittle.bedrockagentcore.chromium;

import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON texts as documents. The {@code toString} of a document writes it. */
final class Json {
    private Json() {}

    /** The value of a text; no text at all is an object without members. */
    static Document read(byte[] text) {
        if (text.length == 0) {
            return object();
        }
        JsonReader reader = new JsonReader(text);
        try {
            return reader.document();
        } finally {
            reader.close();
        }
    }

    static Document read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An object of names and values in turn; the values are texts, numbers, booleans and documents. */
    static Document object(Object... namesAndValues) {
        Map<String, Document> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return Document.map(members);
    }

    private static Document value(Object value) {
        if (value instanceof Document document) {
            return document;
        }
        if (value instanceof Boolean flag) {
            return Document.of(flag);
        }
        return value instanceof Number number ? Document.of(number.longValue()) : Document.of(value.toString());
    }

    /** The number of this name, or another one where there is none. */
    static int integer(Document object, String name, int otherwise) {
        Document value = object.get(name);
        return value.isNull() ? otherwise : value.asInt();
    }

    /** The text of this name, or another one where there is none. */
    static String text(Document object, String name, String otherwise) {
        Document value = object.get(name);
        return value.isNull() ? otherwise : value.asString();
    }
}
