package dev.whittle.interop.support;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** The members of structures, by names that do not depend on the generator: those of the model, without case. */
final class Members {
    private static final Set<String> NO_MEMBERS = Set.of("toString", "hashCode", "equals", "toBuilder");

    private Members() {}

    /** The name of a member of the AWS SDK. */
    static String name(SdkField<?> field) {
        return field.locationName().toLowerCase(Locale.ROOT);
    }

    /** The value of a member of the AWS SDK; null if it is not set. */
    static @Nullable Object value(SdkField<?> field, Object pojo) {
        Object value = field.getValueOrDefault(pojo);
        return value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap ? null : value;
    }

    /** The accessors of a class that Whittle generated. */
    static Map<String, Method> accessors(Class<?> ours) {
        Map<String, Method> accessors = new TreeMap<>();
        for (Method method : ours.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())
                    && !method.isSynthetic()
                    && method.getParameterCount() == 0
                    && !NO_MEMBERS.contains(method.getName())
                    && !isPresence(ours, method)) {
                accessors.put(name(method), method);
            }
        }
        return accessors;
    }

    /** Whether a collection was set, by {@code hasX} for the accessor {@code x}. One that the model requires has none. */
    static boolean isPresent(Object ours, Method accessor) throws ReflectiveOperationException {
        for (Method method : ours.getClass().getMethods()) {
            if (method.getParameterCount() == 0 && method.getName().equalsIgnoreCase("has" + accessor.getName())) {
                return (Boolean) method.invoke(ours);
            }
        }
        return true;
    }

    private static boolean isPresence(Class<?> ours, Method method) {
        return method.getName().startsWith("has")
                && method.getReturnType() == boolean.class
                && Arrays.stream(ours.getDeclaredMethods())
                        .anyMatch(other -> ("has" + other.getName()).equalsIgnoreCase(method.getName()));
    }

    private static String name(Method accessor) {
        String name = accessor.getName();
        return (name.endsWith("_") ? name.substring(0, name.length() - 1) : name).toLowerCase(Locale.ROOT);
    }
}
