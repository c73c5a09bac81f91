package dev.whittle.codegen.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes texts that UTF-8 can hold: half of a surrogate pair becomes the replacement character. */
final class WellFormed {
    private WellFormed() {}

    /** A copy of an object of JSON in which all texts are well-formed. */
    static Map<String, @Nullable Object> copy(Map<String, Object> json) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        json.forEach((key, value) -> copy.put(key, value(value)));
        return copy;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key, value(each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(value(each)));
            return copy;
        }
        return value instanceof String text ? text(text) : value;
    }

    /** A text that UTF-8 can hold. */
    static String text(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder copy = new StringBuilder(text.length());
        text.codePoints().forEach(c -> copy.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return copy.toString();
    }
}
