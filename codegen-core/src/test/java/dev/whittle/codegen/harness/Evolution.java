package dev.whittle.codegen.harness;

import dev.whittle.codegen.json.ModelSource;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A change of a model, and a user of what it changes.
 *
 * @param before the model
 * @param after the model after the change
 * @param waiters what can be waited for after it, {@code null} for nothing
 * @param use statements with a {@code client} that return a text
 * @param first what the service answered before the change
 * @param response what it answers after the change
 * @param accepted whether the service, after the change, takes what the old client sent
 */
public record Evolution(
        String before,
        String after,
        @Nullable String waiters,
        String use,
        Response first,
        Response response,
        Predicate<Wire> accepted) {
    /** The clients of models that are changed in many ways. */
    private static final Map<String, Map<String, byte[]>> FIRST = new ConcurrentHashMap<>();

    /** An answer of the service. */
    public record Response(int status, String body) {}

    /**
     * For what a change is safe.
     *
     * @param source whether the user compiles against the new client
     * @param binary whether the user, compiled against the old client, does the same with the new one
     * @param wire whether the old client goes on working with the new service
     */
    public record Safety(boolean source, boolean binary, boolean wire) {}

    /** Makes the change. */
    public Safety safety() {
        Map<String, byte[]> older = FIRST.computeIfAbsent(before, model -> client(model, null));
        Map<String, byte[]> newer = client(after, waiters);
        Javac.Result user = Javac.against(older, source(), Wire.class);
        if (!user.messages().isEmpty()) {
            throw new AssertionError(user.messages().toString());
        }
        Object expected = run(older, user, first, new Wire());
        if (expected instanceof Throwable failure) {
            throw new AssertionError(failure);
        }
        // What is deprecated says so, which is no error.
        boolean source = Javac.against(newer, source(), Wire.class).messages().stream()
                .allMatch(message -> message.contains("[deprecation]") || message.contains("warnings found"));
        boolean binary = Objects.equals(run(newer, user, first, new Wire()), expected);
        Wire wire = new Wire();
        boolean works = !(run(older, user, response, wire) instanceof Throwable) && accepted.test(wire);
        return new Safety(source, binary, works);
    }

    private static Map<String, byte[]> client(String model, @Nullable String waiters) {
        ModelSource source = new ModelSource(
                "service-2.json",
                model.getBytes(StandardCharsets.UTF_8),
                null,
                waiters == null ? null : waiters.getBytes(StandardCharsets.UTF_8),
                null);
        Javac.Result client = Javac.compile(Generation.files(source));
        if (!client.messages().isEmpty()) {
            throw new AssertionError(client.messages().toString());
        }
        return client.classes();
    }

    private Map<String, String> source() {
        return Map.of("User.java", """
                import com.example.tiny.TinyClient;
                import com.example.tiny.model.*;

                public final class User {
                    public static String use(dev.whittle.codegen.harness.Wire wire) {
                        TinyClient client = wire.connect(TinyClient.builder());
                        %s
                    }
                }
                """.formatted(use));
    }

    /** What the user returns, or what ends it. */
    private static Object run(Map<String, byte[]> client, Javac.Result user, Response response, Wire wire) {
        Map<String, byte[]> classes = new HashMap<>(client);
        classes.put("User", user.classes().get("User"));
        wire.answer(response.status(), response.body());
        try {
            return new Javac.Result(List.of(), classes)
                    .load("User")
                    .getMethod("use", Wire.class)
                    .invoke(null, wire);
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (LinkageError e) {
            return e;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
