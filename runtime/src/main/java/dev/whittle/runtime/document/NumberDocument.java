package dev.whittle.runtime.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A number: a Long, a BigInteger or a BigDecimal. Equality is by value: {@code 1}, {@code 1.0} and {@code 1e0} are equal. */
final class NumberDocument implements Document {
    private final Number value;

    NumberDocument(Number value) {
        this.value = Objects.requireNonNull(value, "value must not be null");
    }

    @Override
    public boolean isNumber() {
        return true;
    }

    @Override
    public long asLong() {
        return value instanceof Long whole ? whole : asBigDecimal().longValueExact();
    }

    @Override
    public double asDouble() {
        return value.doubleValue();
    }

    @Override
    public BigDecimal asBigDecimal() {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        return value instanceof BigInteger integer ? new BigDecimal(integer) : BigDecimal.valueOf(value.longValue());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberDocument that && asBigDecimal().compareTo(that.asBigDecimal()) == 0;
    }

    @Override
    public int hashCode() {
        return asBigDecimal().stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
