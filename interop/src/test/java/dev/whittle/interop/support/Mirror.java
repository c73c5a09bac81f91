package dev.whittle.interop.support;

import dev.whittle.runtime.shape.Blob;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Builds a structure of a client that Whittle generated with the values of the AWS SDK's. */
public final class Mirror {
    private Mirror() {}

    /** The same structure as ours. */
    public static <T> T of(SdkPojo theirs, Class<T> ours) {
        try {
            Map<String, Method> accessors = Members.accessors(ours);
            Object builder = ours.getMethod("builder").invoke(null);
            for (SdkField<?> field : theirs.sdkFields()) {
                Object value = Members.value(field, theirs);
                if (value != null) {
                    Method accessor = accessors.get(Members.name(field));
                    if (accessor == null) {
                        throw new AssertionError(ours + " lacks " + field.locationName());
                    }
                    set(builder, accessor, value(value, accessor.getGenericReturnType()));
                }
            }
            return ours.cast(builder.getClass().getMethod("build").invoke(builder));
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(Object builder, Method accessor, Object value) throws ReflectiveOperationException {
        Class<?> type = accessor.getReturnType() == List.class ? Collection.class : accessor.getReturnType();
        for (Method setter : builder.getClass().getMethods()) {
            if (setter.getName().equals(accessor.getName())
                    && setter.getParameterCount() == 1
                    && setter.getParameterTypes()[0] == type) {
                setter.invoke(builder, value);
                return;
            }
        }
        throw new AssertionError(builder.getClass() + " has no " + accessor.getName() + "(" + type + ")");
    }

    private static Object value(Object theirs, Type ours) throws ReflectiveOperationException {
        if (theirs instanceof SdkPojo pojo) {
            return of(pojo, (Class<?>) ours);
        } else if (theirs instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object element : list) {
                copy.add(value(element, argument(ours, 0)));
            }
            return copy;
        } else if (theirs instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                copy.put(value(entry.getKey(), argument(ours, 0)), value(entry.getValue(), argument(ours, 1)));
            }
            return copy;
        } else if (theirs instanceof SdkBytes bytes) {
            return Blob.of(bytes.asByteArray());
        } else if (theirs instanceof String text && ours != String.class) {
            return ((Class<?>) ours).getMethod("of", String.class).invoke(null, text);
        }
        return theirs;
    }

    private static Type argument(Type collection, int index) {
        return ((ParameterizedType) collection).getActualTypeArguments()[index];
    }
}
