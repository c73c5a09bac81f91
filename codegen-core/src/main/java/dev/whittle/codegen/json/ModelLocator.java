package dev.whittle.codegen.json;

import dev.whittle.codegen.problem.Location;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Finds places in a model file and in its siblings. A plain JSON pointer means a place in the model file; one behind the
 * name of a sibling and a {@code #}, as {@link JsonValue#pointer()} gives it, one in that sibling.
 */
public final class ModelLocator implements Function<String, Location> {
    private final ModelSource source;
    private final Map<String, JsonLocator> locators = new ConcurrentHashMap<>();

    public ModelLocator(ModelSource source) {
        this.source = source;
    }

    @Override
    public Location apply(String pointer) {
        if (pointer.isEmpty() || pointer.charAt(0) == '/') {
            return locator(ModelSource.MODEL).apply(pointer);
        }
        int hash = pointer.indexOf('#');
        return locator(pointer.substring(0, hash)).apply(pointer.substring(hash + 1));
    }

    private JsonLocator locator(String file) {
        return locators.computeIfAbsent(file, name -> {
            boolean main = name.equals(ModelSource.MODEL);
            byte[] sibling = main ? null : source.sibling(name);
            return new JsonLocator(
                    main ? source.displayName() : source.siblingName(name), sibling == null ? source.model() : sibling);
        });
    }
}
