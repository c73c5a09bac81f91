package dev.whittle.interop.support;

import dev.whittle.runtime.stream.ResponseStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** The members of structures, by names that do not depend on the generator: those of the model, without case. */
final class Members {
    private static final Set<String> NO_MEMBERS = Set.of("toString", "hashCode", "equals", "toBuilder", "close");

    private Members() {}

    /** The name of a member of the AWS SDK, which has renamed members in paths, and DynamoDB's {@code NULL}. */
    static String name(SdkField<?> field) {
        boolean isRenamed = field.location() == MarshallLocation.PATH
                || field.location() == MarshallLocation.GREEDY_PATH
                || field.memberName().equals("NUL");
        return (isRenamed ? field.locationName() : field.memberName()).toLowerCase(Locale.ROOT);
    }

    /** The value of a member of the AWS SDK; null if it is not set. */
    static @Nullable Object value(SdkField<?> field, Object pojo) {
        Object value = field.getValueOrDefault(pojo);
        return value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap ? null : value;
    }

    /** The accessors of a class that Whittle generated, except for that of a stream. */
    static Map<String, Method> accessors(Class<?> ours) {
        Map<String, Method> accessors = new TreeMap<>();
        for (Method method : ours.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())
                    && !method.isSynthetic()
                    && method.getReturnType() != ResponseStream.class
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
