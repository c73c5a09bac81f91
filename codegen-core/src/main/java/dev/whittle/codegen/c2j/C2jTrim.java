package dev.whittle.codegen.c2j;

import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.json.PlainJson;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes out of a model what some of its operations do not need, and all documentation. */
public final class C2jTrim {
    private static final Set<String> DOCUMENTATION = Set.of("documentation", "documentationUrl");

    private C2jTrim() {}

    /** The model without its siblings. */
    public static Map<String, Object> model(ModelSource source, Set<String> operations) {
        Map<String, Object> model = read(source.displayName(), source.model());
        Map<String, Object> kept = object(model.get("operations"));
        kept.keySet().retainAll(operations);
        Map<String, Object> shapes = object(model.get("shapes"));
        shapes.keySet().retainAll(reached(kept, shapes));
        if (!shapes.isEmpty()) {
            model.put("shapes", shapes);
        }
        return model;
    }

    /** The sibling that says which operations come in pages, {@code null} if none of them does. */
    public static @Nullable Map<String, Object> paginators(ModelSource source, Set<String> operations) {
        byte[] sibling = source.paginators();
        if (sibling == null) {
            return null;
        }
        Map<String, Object> paginators = read(source.siblingName(ModelSource.PAGINATORS), sibling);
        Map<String, Object> pagination = object(paginators.get("pagination"));
        pagination.keySet().retainAll(operations);
        return pagination.isEmpty() ? null : paginators;
    }

    /** The sibling that says what can be waited for, {@code null} if nothing can. */
    public static @Nullable Map<String, Object> waiters(ModelSource source, Set<String> operations) {
        byte[] sibling = source.waiters();
        if (sibling == null) {
            return null;
        }
        Map<String, Object> file = read(source.siblingName(ModelSource.WAITERS), sibling);
        Map<String, Object> waiters = object(file.get("waiters"));
        waiters.values().removeIf(waiter -> !operations.contains(object(waiter).get("operation")));
        return waiters.isEmpty() ? null : file;
    }

    /** The sibling that says where the service is reached, {@code null} without one. */
    public static @Nullable Map<String, Object> endpointRuleSet(ModelSource source) {
        byte[] sibling = source.endpointRuleSet();
        return sibling == null ? null : read(source.siblingName(ModelSource.ENDPOINT_RULE_SET), sibling);
    }

    private static Map<String, Object> read(String name, byte[] bytes) {
        Map<String, Object> object = PlainJson.read(name, bytes);
        PlainJson.removeTexts(object, DOCUMENTATION);
        return object;
    }

    private static Set<String> reached(Map<String, Object> operations, Map<String, Object> shapes) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<Object> open = new ArrayDeque<>();
        open.add(operations);
        while (!open.isEmpty()) {
            Object value = open.remove();
            if (value instanceof Map<?, ?> map) {
                if (map.get("shape") instanceof String shape && reached.add(shape) && shapes.containsKey(shape)) {
                    open.add(shapes.get(shape));
                }
                addAll(map.values(), open);
            } else if (value instanceof List<?> list) {
                addAll(list, open);
            }
        }
        return reached;
    }

    /** A queue takes no nulls, and only objects and arrays can hold references. */
    private static void addAll(Iterable<?> values, Deque<Object> open) {
        for (Object value : values) {
            if (value instanceof Map || value instanceof List) {
                open.add(value);
            }
        }
    }

    @SuppressWarnings("unchecked") // Keys of objects are strings.
    private static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }
}
