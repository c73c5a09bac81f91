package dev.whittle.runtime.document;

/** A boolean; one instance for each. */
final class BooleanDocument implements Document {
    static final BooleanDocument TRUE = new BooleanDocument(true);
    static final BooleanDocument FALSE = new BooleanDocument(false);

    private final boolean value;

    private BooleanDocument(boolean value) {
        this.value = value;
    }

    @Override
    public boolean isBoolean() {
        return true;
    }

    @Override
    public boolean asBoolean() {
        return value;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
