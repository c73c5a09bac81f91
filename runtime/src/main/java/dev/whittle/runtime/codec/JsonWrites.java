package dev.whittle.runtime.codec;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.internal.Dates;
import dev.whittle.runtime.shape.Blob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes members that the generator has no single call for. The methods called {@code property} write a name and a value,
 * or nothing when the value is null; every other method writes one value, whose name, if any, has been written before.
 */
public final class JsonWrites {
    private JsonWrites() {}

    /** A string; null adds nothing. */
    public static void property(JsonGenerator out, String name, @Nullable String value) {
        if (value != null) {
            out.writeStringProperty(name, value);
        }
    }

    /** A boolean; null adds nothing. */
    public static void property(JsonGenerator out, String name, @Nullable Boolean value) {
        if (value != null) {
            out.writeBooleanProperty(name, value);
        }
    }

    /** An 8-bit integer; null adds nothing. */
    public static void property(JsonGenerator out, String name, @Nullable Byte value) {
        if (value != null) {
            out.writeNumberProperty(name, value.shortValue());
        }
    }

    /** A 16-bit integer; null adds nothing. */
    public static void property(JsonGenerator out, String name, @Nullable Short value) {
        if (value != null) {
            out.writeNumberProperty(name, value.shortValue());
        }
    }

    /** A 32-bit integer; null adds nothing. */
    public static void property(JsonGenerator out, String name, @Nullable Integer value) {
        if (value != null) {
            out.writeNumberProperty(name, value.intValue());
        }
    }

    /** A 64-bit integer; null adds nothing. */
    public static void property(JsonGenerator out, String name, @Nullable Long value) {
        if (value != null) {
            out.writeNumberProperty(name, value.longValue());
        }
    }

    /** An integer of any size; null adds nothing. */
    public static void property(JsonGenerator out, String name, @Nullable BigInteger value) {
        if (value != null) {
            out.writeNumberProperty(name, value);
        }
    }

    /** A decimal of any size; null adds nothing. */
    public static void property(JsonGenerator out, String name, @Nullable BigDecimal value) {
        if (value != null) {
            out.writeNumberProperty(name, value);
        }
    }

    /** A float; null adds nothing. */
    public static void property(JsonGenerator out, String name, @Nullable Float value) {
        if (value != null) {
            out.writeName(name);
            number(out, value.floatValue());
        }
    }

    /** A double; null adds nothing. */
    public static void property(JsonGenerator out, String name, @Nullable Double value) {
        if (value != null) {
            out.writeName(name);
            number(out, value.doubleValue());
        }
    }

    /** A blob; null adds nothing. */
    public static void property(JsonGenerator out, String name, @Nullable Blob value) {
        if (value != null) {
            out.writeName(name);
            blob(out, value);
        }
    }

    /** A document; null adds nothing. */
    public static void property(JsonGenerator out, String name, @Nullable Document value) {
        if (value != null) {
            out.writeName(name);
            document(out, value);
        }
    }

    /** A float; NaN and the infinities as the strings that Smithy names. */
    public static void number(JsonGenerator out, float value) {
        if (Float.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeString(Float.toString(value));
        }
    }

    /** A double; NaN and the infinities as the strings that Smithy names. */
    public static void number(JsonGenerator out, double value) {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeString(Double.toString(value));
        }
    }

    /** A timestamp in the format {@code date-time}. */
    public static void timestampDateTime(JsonGenerator out, Instant value) {
        out.writeString(Dates.dateTime(value));
    }

    /** A timestamp in the format {@code http-date}. */
    public static void timestampHttpDate(JsonGenerator out, Instant value) {
        out.writeString(Dates.httpDate(value));
    }

    /** A timestamp in the format {@code epoch-seconds}: an integer if it is one, else with milliseconds. */
    public static void timestampEpoch(JsonGenerator out, Instant value) {
        int millis = value.getNano() / 1_000_000;
        if (millis == 0) {
            out.writeNumber(value.getEpochSecond());
        } else {
            out.writeNumber(BigDecimal.valueOf(value.toEpochMilli(), 3).stripTrailingZeros());
        }
    }

    /** A blob, in base64 where the format has no bytes of its own. */
    public static void blob(JsonGenerator out, Blob value) {
        out.writeBinary(value.unsafeArray());
    }

    /** A document. */
    public static void document(JsonGenerator out, Document value) {
        if (value.isString()) {
            out.writeString(value.asString());
        } else if (value.isNumber()) {
            out.writeNumber(value.toString());
        } else if (value.isMap()) {
            out.writeStartObject();
            for (Map.Entry<String, Document> entry : value.asMap().entrySet()) {
                out.writeName(entry.getKey());
                document(out, entry.getValue());
            }
            out.writeEndObject();
        } else if (value.isList()) {
            out.writeStartArray();
            for (Document element : value.asList()) {
                document(out, element);
            }
            out.writeEndArray();
        } else if (value.isBoolean()) {
            out.writeBoolean(value.asBoolean());
        } else {
            out.writeNull();
        }
    }

    /** A list of strings; null elements as null. */
    public static void strings(JsonGenerator out, List<? extends @Nullable String> values) {
        out.writeStartArray();
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    /** A map of strings; null values as null. */
    public static void stringMap(JsonGenerator out, Map<String, ? extends @Nullable String> values) {
        out.writeStartObject();
        for (Map.Entry<String, ? extends @Nullable String> entry : values.entrySet()) {
            out.writeName(entry.getKey());
            out.writeString(entry.getValue());
        }
        out.writeEndObject();
    }
}
