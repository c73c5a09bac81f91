package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.RandomModel;
import dev.whittle.codegen.harness.RandomModel.Structure;
import dev.whittle.codegen.harness.TinyModel;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.client.ClientBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape may be input, output, error, member, element, map value and union member, all at once. */
class RolesTest {
    private static final String MODEL = Generation.PACKAGE + ".model.";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void allRolesAtOnce(long seed) throws ReflectiveOperationException {
        RandomModel random = new RandomModel(seed);
        Javac.Result compiled = Javac.compile(Generation.files(random.text()));
        assertThat(compiled.messages()).as("seed %s", seed).isEmpty();
        Class<?> type = compiled.load(Generation.PACKAGE + ".TinyClient");
        Wire wire = new Wire();
        Object client = connect(wire, type);
        for (Structure structure : random.structures()) {
            String body = random.json(structure);
            wire.answer(200, body);
            Object output = call(client, structure.read(), null);
            Object echo = call(client, structure.echo(), output);
            assertThat(wire.body()).as("seed %s: %s", seed, structure.name()).isEqualTo(body);
            assertThat(echo).hasToString(output.toString().replaceFirst("^Read", "Echo"));
            if (structure.isError()) {
                wire.answer(
                        400,
                        "{\"__type\":\"" + structure.name() + "\","
                                + body.substring(1).replaceFirst("^}", "\"x\":0}"));
                assertThatThrownBy(() -> call(client, structure.read(), null))
                        .as("seed %s: %s", seed, structure.name())
                        .satisfies(error ->
                                assertThat(error.getClass().getSimpleName()).isEqualTo(structure.exceptionName()))
                        .satisfies(error -> assertThat(error.getSuppressed()).isEmpty());
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object connect(Wire wire, Class<?> type) throws ReflectiveOperationException {
        return wire.connect((ClientBuilder) type.getMethod("builder").invoke(null));
    }

    /** Calls an operation with the members of a value of it, or with none. */
    private static Object call(Object client, String operation, @Nullable Object value)
            throws ReflectiveOperationException {
        ClassLoader loader = client.getClass().getClassLoader();
        Class<?> request = loader.loadClass(MODEL + operation + "Request");
        Object builder = request.getMethod("builder").invoke(null);
        if (value != null) {
            for (Method accessor : value.getClass().getDeclaredMethods()) {
                copy(value, accessor, builder);
            }
        }
        Object built = builder.getClass().getMethod("build").invoke(builder);
        String name = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
        Class<?> facade = loader.loadClass(Generation.PACKAGE + ".TinyClient");
        try {
            return facade.getMethod(name, request).invoke(client, built);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static void copy(Object value, Method accessor, Object builder) throws ReflectiveOperationException {
        if (accessor.getParameterCount() > 0 || accessor.getName().equals("toBuilder")) {
            return;
        }
        Object member = accessor.invoke(value);
        boolean unset = member == null
                || member instanceof Collection<?> list && list.isEmpty()
                || member instanceof Map<?, ?> map && map.isEmpty();
        if (unset) {
            return;
        }
        for (Method setter : builder.getClass().getDeclaredMethods()) {
            Class<?>[] types = setter.getParameterTypes();
            if (setter.getName().equals(accessor.getName())
                    && types.length == 1
                    && types[0].isInstance(member)
                    && !types[0].isArray()) {
                setter.invoke(builder, member);
            }
        }
    }

    /** The exception goes by the name of the error, and what members hold has an underscore behind it. */
    @Test
    void anErrorThatIsAMemberToo() throws ReflectiveOperationException {
        Javac.Result client = Javac.compile(Generation.files(new TinyModel()
                .operation(
                        "Get",
                        "\"http\":{\"method\":\"POST\",\"requestUri\":\"/\"},\"output\":{\"shape\":\"Out\"},\"errors\":[{\"shape\":\"Gone\"}]")
                .structure("Out", "why", "Gone", "all", "Gones")
                .list("Gones", "Gone")
                .shape(
                        "Gone",
                        "\"type\":\"structure\",\"exception\":true,\"members\":{\"message\":{\"shape\":\"Text\"},\"at\":{\"shape\":\"Text\"}}")
                .text()));
        assertThat(client.messages()).isEmpty();
        Class<?> value = client.load(MODEL + "Gone_");
        assertThat(Throwable.class).isAssignableFrom(client.load(MODEL + "Gone"));
        assertThat(Arrays.stream(value.getDeclaredMethods()).map(Method::getName))
                .contains("message", "at");
    }
}
