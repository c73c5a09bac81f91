package dev.whittle.codegen.names;

import dev.whittle.codegen.model.DefaultValue;
import dev.whittle.codegen.model.DefaultValue.Kind;
import dev.whittle.codegen.model.Shape.SimpleType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Base64;

/** Whether a default can be written in Java. Other rules have checked its kind. */
final class DefaultLimits {
    /** How many digits a number may have before its point. */
    private static final int DIGITS = 1000;

    private DefaultLimits() {}

    static boolean isWithin(DefaultValue value, SimpleType type) {
        try {
            read(value, type);
            return true;
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Object read(DefaultValue value, SimpleType type) {
        return switch (type) {
            case STRING, BOOLEAN -> value;
            case BLOB -> Base64.getDecoder().decode(value.text());
            case FLOAT -> finite(Float.parseFloat(value.text()));
            case DOUBLE -> finite(Double.parseDouble(value.text()));
            case BYTE -> number(value).byteValueExact();
            case SHORT -> number(value).shortValueExact();
            case INTEGER -> number(value).intValueExact();
            case LONG -> number(value).longValueExact();
            case BIG_INTEGER, BIG_DECIMAL -> number(value);
            case TIMESTAMP -> {
                if (value.kind() == Kind.NUMBER) {
                    number(value);
                }
                yield value.instant();
            }
            case DOCUMENT -> value.kind() == Kind.NUMBER ? number(value) : value;
        };
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("too large");
        }
        return value;
    }

    private static BigDecimal number(DefaultValue value) {
        BigDecimal number = new BigDecimal(value.text());
        if ((long) number.precision() - number.scale() > DIGITS || number.scale() > DIGITS) {
            throw new ArithmeticException("too long");
        }
        return number;
    }
}
