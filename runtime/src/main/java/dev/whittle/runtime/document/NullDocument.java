package dev.whittle.runtime.document;

/** The null value; {@link Document#NULL} is its only instance. */
final class NullDocument implements Document {
    @Override
    public boolean isNull() {
        return true;
    }

    @Override
    public String toString() {
        return "null";
    }
}
