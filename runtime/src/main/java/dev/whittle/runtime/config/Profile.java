package dev.whittle.runtime.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One profile of the shared configuration files. {@code toString} shows its name and nothing of its values. */
public final class Profile {
    private final String name;
    private final Map<String, String> properties;

    Profile(String name, Map<String, String> properties) {
        this.name = name;
        this.properties = properties;
    }

    /** The name without the word {@code profile}. */
    public String name() {
        return name;
    }

    /**
     * The value of a property, such as {@code region}, or of one nested in another, such as {@code s3.region}; null when
     * it is not set or blank.
     */
    public @Nullable String get(String property) {
        String value = properties.get(property);
        return value == null || value.isBlank() ? null : value;
    }

    /** Whether any property that is set begins with this. */
    public boolean hasPropertyLike(String prefix) {
        for (String property : properties.keySet()) {
            if (property.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "Profile[" + name + "]";
    }
}
