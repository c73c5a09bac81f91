package dev.whittle.runtime.document;

import dev.whittle.runtime.shape.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map with string keys. Equality does not look at the order. */
final class MapDocument implements Document {
    private final Map<String, Document> values;

    MapDocument(Map<String, Document> values) {
        this.values = Copies.map(values);
    }

    @Override
    public boolean isMap() {
        return true;
    }

    @Override
    public Map<String, Document> asMap() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MapDocument that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (Map.Entry<String, Document> entry : values.entrySet()) {
            if (text.length() > 1) {
                text.append(',');
            }
            StringDocument.quote(text, entry.getKey()).append(':').append(entry.getValue());
        }
        return text.append('}').toString();
    }
}
