package dev.whittle.runtime.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Unmodifiable copies of the collections that callers hand to builders. The order of the original is kept, for maps
 * too.
 */
public final class Copies {
    private static final String NO_LIST = "the list is null: pass an empty one for no elements";
    private static final String NO_MAP = "the map is null: pass an empty one for no entries";

    private Copies() {}

    /**
     * A copy of a list member; the same instance when it already is such a copy.
     *
     * @throws NullPointerException if the collection or an element of it is null; the message has the element's index
     */
    public static <T> List<T> list(Collection<? extends T> values) {
        // The JDK's immutable lists hold no null, and List.copyOf recognises them: nothing is allocated for those.
        try {
            return List.copyOf(values);
        } catch (NullPointerException e) {
            throw nullElement(values, e);
        }
    }

    private static NullPointerException nullElement(@Nullable Collection<?> values, NullPointerException cause) {
        if (values == null) {
            return new NullPointerException(NO_LIST);
        }
        int index = 0;
        for (Object value : values) {
            if (value == null) {
                return new NullPointerException("list element " + index + " is null");
            }
            index++;
        }
        return cause;
    }

    /** A copy of a sparse list member, whose elements may be null. */
    public static <T> List<@Nullable T> sparseList(Collection<? extends @Nullable T> values) {
        return Collections.unmodifiableList(new ArrayList<@Nullable T>(Objects.requireNonNull(values, NO_LIST)));
    }

    /**
     * A copy of a map member, in the order of the original.
     *
     * @throws NullPointerException if a key or a value is null; the message has the index
     */
    public static <K, V> Map<K, V> map(Map<? extends K, ? extends V> values) {
        if (Objects.requireNonNull(values, NO_MAP).isEmpty()) {
            return Map.of();
        }
        Map<K, V> copy = new LinkedHashMap<>(capacity(values));
        for (Map.Entry<? extends K, ? extends V> entry : values.entrySet()) {
            K key = requireKey(entry.getKey());
            V value = entry.getValue();
            if (value == null) {
                throw new NullPointerException("map value " + copy.size() + " is null");
            }
            copy.put(key, value);
        }
        return Collections.unmodifiableMap(copy);
    }

    /**
     * A copy of a sparse map member, whose values may be null.
     *
     * @throws NullPointerException if a key is null
     */
    public static <K, V> Map<K, @Nullable V> sparseMap(Map<? extends K, ? extends @Nullable V> values) {
        Map<K, @Nullable V> copy = new LinkedHashMap<>(capacity(Objects.requireNonNull(values, NO_MAP)));
        for (Map.Entry<? extends K, ? extends @Nullable V> entry : values.entrySet()) {
            copy.put(requireKey(entry.getKey()), entry.getValue());
        }
        return Collections.unmodifiableMap(copy);
    }

    private static <K> K requireKey(@Nullable K key) {
        if (key == null) {
            throw new NullPointerException("map key is null");
        }
        return key;
    }

    private static int capacity(Map<?, ?> values) {
        return values.size() * 4 / 3 + 1;
    }
}
