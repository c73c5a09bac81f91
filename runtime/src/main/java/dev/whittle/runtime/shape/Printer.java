package dev.whittle.runtime.shape;

import org.jspecify.annotations.Nullable;

/**
 * Writes the {@code toString} of a structure: {@code ViewPort{width=800, name=***}}. Members that are not set are left
 * out, sensitive ones masked.
 */
public final class Printer {
    private final StringBuilder text;
    private boolean empty = true;

    /**
     * Starts the text of one structure.
     *
     * @param shape the structure's name
     */
    public Printer(String shape) {
        this.text = new StringBuilder(64).append(shape).append('{');
    }

    /** Adds a member; null is left out. */
    public Printer add(String member, @Nullable Object value) {
        if (value != null) {
            name(member).append(value);
        }
        return this;
    }

    /** Adds a member whose value must not be shown; null is left out. */
    public Printer addSensitive(String member, @Nullable Object value) {
        if (value != null) {
            name(member).append("***");
        }
        return this;
    }

    private StringBuilder name(String member) {
        if (!empty) {
            text.append(", ");
        }
        empty = false;
        return text.append(member).append('=');
    }

    @Override
    public String toString() {
        return text.toString() + '}';
    }
}
