package dev.whittle.runtime.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * An immutable JSON-like value whose shape the model does not fix: null, a boolean, a number, a string, a list or a
 * map.
 *
 * <p>The {@code as…} methods throw {@link IllegalStateException} for a value of another kind, and say of which;
 * numbers throw {@link ArithmeticException} when the value does not fit. {@code toString} is the value's JSON text.
 */
public sealed interface Document
        permits NullDocument, BooleanDocument, NumberDocument, StringDocument, ListDocument, MapDocument {
    /** The null value. */
    // No deadlock: this is the only place that initialises the subclass.
    @SuppressWarnings("ClassInitializationDeadlock")
    Document NULL = new NullDocument();

    /** A boolean. */
    static Document of(boolean value) {
        return value ? BooleanDocument.TRUE : BooleanDocument.FALSE;
    }

    /** A whole number. */
    static Document of(long value) {
        return new NumberDocument(value);
    }

    /**
     * A number.
     *
     * @throws IllegalArgumentException for NaN and the infinities, which JSON cannot express
     */
    static Document of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a document cannot hold " + value);
        }
        return new NumberDocument(BigDecimal.valueOf(value));
    }

    /** A number of any precision. */
    static Document of(BigDecimal value) {
        return new NumberDocument(value);
    }

    /** A whole number of any size. */
    static Document of(BigInteger value) {
        return new NumberDocument(value);
    }

    /** A string. */
    static Document of(String value) {
        return new StringDocument(value);
    }

    /** A list; the collection is copied. Null elements are written as {@link #NULL}, not as Java's null. */
    static Document list(List<Document> values) {
        return new ListDocument(values);
    }

    /** A map in the order of the original, which is copied. Null values are written as {@link #NULL}. */
    static Document map(Map<String, Document> values) {
        return new MapDocument(values);
    }

    /** Whether this is {@link #NULL}. */
    default boolean isNull() {
        return false;
    }

    /** Whether this is a boolean. */
    default boolean isBoolean() {
        return false;
    }

    /** Whether this is a number. */
    default boolean isNumber() {
        return false;
    }

    /** Whether this is a string. */
    default boolean isString() {
        return false;
    }

    /** Whether this is a list. */
    default boolean isList() {
        return false;
    }

    /** Whether this is a map. */
    default boolean isMap() {
        return false;
    }

    /** The boolean. */
    default boolean asBoolean() {
        throw wrongKind("a boolean");
    }

    /**
     * The number as an {@code int}.
     *
     * @throws ArithmeticException if it has a fraction or does not fit
     */
    default int asInt() {
        return Math.toIntExact(asLong());
    }

    /**
     * The number as a {@code long}.
     *
     * @throws ArithmeticException if it has a fraction or does not fit
     */
    default long asLong() {
        throw wrongKind("a number");
    }

    /** The number as the nearest {@code double}. */
    default double asDouble() {
        throw wrongKind("a number");
    }

    /** The number, exactly. */
    default BigDecimal asBigDecimal() {
        throw wrongKind("a number");
    }

    /** The string. */
    default String asString() {
        throw wrongKind("a string");
    }

    /** The list, unmodifiable. */
    default List<Document> asList() {
        throw wrongKind("a list");
    }

    /** The map, unmodifiable, in the order of the original. */
    default Map<String, Document> asMap() {
        throw wrongKind("a map");
    }

    /** The value of a key of this map; {@link #NULL} when there is none. */
    default Document get(String key) {
        return asMap().getOrDefault(key, NULL);
    }

    private IllegalStateException wrongKind(String wanted) {
        String kind = isNull()
                ? "null"
                : isBoolean()
                        ? "a boolean"
                        : isNumber() ? "a number" : isString() ? "a string" : isList() ? "a list" : "a map";
        return new IllegalStateException("the document is " + kind + ", not " + wanted);
    }
}
