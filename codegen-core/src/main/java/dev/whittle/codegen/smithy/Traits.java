package dev.whittle.codegen.smithy;

import dev.whittle.codegen.parsed.ParsedTimestampFormat;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.DeprecatedTrait;
import software.amazon.smithy.model.traits.DocumentationTrait;
import software.amazon.smithy.model.traits.StringTrait;
import software.amazon.smithy.model.traits.TimestampFormatTrait;
import software.amazon.smithy.model.traits.Trait;

/** Traits that shapes of every kind have. */
final class Traits {
    private Traits() {}

    /** The trait of this type, {@code null} where the shape has none. */
    static <T extends Trait> @Nullable T get(Shape shape, Class<T> type) {
        return shape.getTrait(type).orElse(null);
    }

    /** The text of a trait that is one, {@code null} where the shape has none. */
    static @Nullable String text(Shape shape, Class<? extends StringTrait> type) {
        StringTrait trait = get(shape, type);
        return trait == null ? null : trait.getValue();
    }

    /** What a shape says of itself, as HTML; empty where it says nothing. */
    static String documentation(Shape shape) {
        String text = text(shape, DocumentationTrait.class);
        return text == null ? "" : Documentation.html(text);
    }

    /** Why a shape should not be used, empty without a reason, {@code null} where it is not deprecated. */
    static @Nullable String deprecated(Shape shape) {
        DeprecatedTrait trait = get(shape, DeprecatedTrait.class);
        return trait == null ? null : trait.getMessage().orElse("");
    }

    /** How a timestamp is written, {@code null} where the shape does not say it. */
    static @Nullable ParsedTimestampFormat timestampFormat(Shape shape) {
        TimestampFormatTrait trait = get(shape, TimestampFormatTrait.class);
        return trait == null
                ? null
                : switch (trait.getFormat()) {
                    case DATE_TIME -> ParsedTimestampFormat.DATE_TIME;
                    case HTTP_DATE -> ParsedTimestampFormat.HTTP_DATE;
                    case EPOCH_SECONDS -> ParsedTimestampFormat.EPOCH_SECONDS;
                    case UNKNOWN -> null;
                };
    }
}
