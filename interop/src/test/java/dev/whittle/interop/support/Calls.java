package dev.whittle.interop.support;

import dev.whittle.runtime.client.RequestOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.core.SdkPojo;

/** Calls the operations of a service by their names, with a client that Whittle generated and with the AWS SDK's. */
public final class Calls {
    private final Class<?> ourInterface;
    private final Object ours;
    private final Class<?> theirInterface;
    private final Object theirs;

    /** The operations of two clients of the same service. */
    public <A, B> Calls(Class<A> ourInterface, A ours, Class<B> theirInterface, B theirs) {
        this.ourInterface = ourInterface;
        this.ours = ours;
        this.theirInterface = theirInterface;
        this.theirs = theirs;
    }

    /** The operations that Whittle generated, such as {@code GetItem}. */
    public static List<String> operations(Class<?> ourInterface) {
        return Arrays.stream(ourInterface.getMethods())
                .filter(method ->
                        method.getParameterCount() == 2 && method.getParameterTypes()[1] == RequestOptions.class)
                .map(method -> method.getParameterTypes()[0].getSimpleName())
                .map(request -> request.substring(0, request.length() - "Request".length()))
                .sorted()
                .toList();
    }

    /** A builder of the AWS SDK for the input of an operation. */
    public SdkPojo request(String operation) {
        return builder(operation + "Request");
    }

    /** A builder of the AWS SDK for the output of an operation. */
    public SdkPojo response(String operation) {
        return builder(operation + "Response");
    }

    private SdkPojo builder(String type) {
        try {
            return (SdkPojo) model(theirInterface, type).getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes a call with our client; the request is the AWS SDK's. */
    public Object byUs(String operation, SdkPojo request, RequestOptions options) {
        Class<?> type = model(ourInterface, operation + "Request");
        return invoke(ours, ourInterface, operation, Mirror.of(request, type), options);
    }

    /** Makes a call with the AWS SDK's client. */
    public SdkPojo byThem(String operation, SdkPojo request) {
        return (SdkPojo) invoke(theirs, theirInterface, operation, request);
    }

    private static Class<?> model(Class<?> client, String type) {
        try {
            return Class.forName(client.getPackageName() + ".model." + type);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Object invoke(Object client, Class<?> type, String operation, Object... arguments) {
        String name = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
        Class<?>[] types = Arrays.stream(arguments).map(Object::getClass).toArray(Class<?>[]::new);
        try {
            Method method = type.getMethod(name, types);
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
