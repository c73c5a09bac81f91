package dev.whittle.runtime.document;

import dev.whittle.runtime.shape.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list. */
final class ListDocument implements Document {
    private final List<Document> values;

    ListDocument(List<Document> values) {
        this.values = Copies.list(values);
    }

    @Override
    public boolean isList() {
        return true;
    }

    @Override
    public List<Document> asList() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListDocument that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (Document value : values) {
            if (text.length() > 1) {
                text.append(',');
            }
            text.append(value);
        }
        return text.append(']').toString();
    }
}
