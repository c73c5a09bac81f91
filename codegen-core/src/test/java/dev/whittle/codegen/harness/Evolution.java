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
    /** The client of each model, which several users share. */
    private static final Map<Model, Map<String, byte[]>> CLIENTS = new ConcurrentHashMap<>();

    private record Model(String text, @Nullable String waiters) {
        ModelSource source() {
            return new ModelSource(
                    "service-2.json",
                    text.getBytes(StandardCharsets.UTF_8),
                    null,
                    waiters == null ? null : waiters.getBytes(StandardCharsets.UTF_8),
                    null);
        }

        Map<String, byte[]> client() {
            return CLIENTS.computeIfAbsent(this, model -> compiled(model.source()));
        }

        /** What comes of the compilation of a user of its client against a client. */
        Javac.Result compile(String code, Map<String, byte[]> against) {
            String name = Generation.linked(source()).names().client().simpleName();
            return Javac.against(
                    against, Map.of("User.java", """
                    import com.example.tiny.$Client;
                    import com.example.tiny.model.*;

                    @SuppressWarnings("deprecation")
                    public final class User {
                        public static String use(dev.whittle.codegen.harness.Wire wire) {
                            $Client client = wire.connect($Client.builder());
                            $code
                        }
                    }
                    """.replace("$Client", name).replace("$code", code)), Wire.class);
        }

        Javac.Result user(String code) {
            Javac.Result user = compile(code, client());
            if (!user.messages().isEmpty()) {
                throw new AssertionError(user.messages().toString());
            }
            return user;
        }

        private static Map<String, byte[]> compiled(ModelSource source) {
            Javac.Result client = Javac.compile(Generation.files(source));
            if (!client.messages().isEmpty()) {
                throw new AssertionError(client.messages().toString());
            }
            return client.classes();
        }
    }

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
        Map<String, byte[]> older = old().client();
        Map<String, byte[]> newer = now().client();
        Javac.Result user = old().user(use);
        Object expected = run(older, user, first, new Wire());
        if (expected instanceof Throwable failure) {
            throw new AssertionError(failure);
        }
        boolean source = old().compile(use, newer).messages().isEmpty();
        boolean binary = Objects.equals(run(newer, user, first, new Wire()), expected);
        Wire wire = new Wire();
        boolean works = !(run(older, user, response, wire) instanceof Throwable) && accepted.test(wire);
        return new Safety(source, binary, works);
    }

    /** Whether a use compiles against the new client. */
    public boolean compiles(String code) {
        return now().compile(code, now().client()).messages().isEmpty();
    }

    /**
     * Why the user of the old client fails with the new service, {@code null} if it works.
     *
     * @param newAnswer what the new service answers
     */
    public @Nullable Object oldClientFailure(Response newAnswer) {
        return failure(old(), use, now(), newAnswer);
    }

    /**
     * Why a user of the new client fails with the old service, {@code null} if it works. The same user works with the new
     * service.
     *
     * @param code statements with a {@code client} that return a text
     * @param oldAnswer what the old service answers
     * @param newAnswer what the new service answers
     */
    public @Nullable Object newClientFailure(String code, Response oldAnswer, Response newAnswer) {
        Object failure = failure(now(), code, now(), newAnswer);
        if (failure != null) {
            throw new AssertionError("with the new service: " + failure);
        }
        return failure(now(), code, old(), oldAnswer);
    }

    private static @Nullable Object failure(Model client, String code, Model service, Response response) {
        StrictService strict = new StrictService(service.source());
        Object result = run(client.client(), client.user(code), response, new Wire().refusing(strict::refusal));
        if (!strict.refusals().isEmpty()) {
            // Even if the user handles the error.
            return strict.refusals().toString();
        }
        return result instanceof Throwable ? result : null;
    }

    private Model old() {
        return new Model(before, null);
    }

    private Model now() {
        return new Model(after, waiters);
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
