package dev.whittle.codegen.harness;

import dev.whittle.runtime.client.ClientBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A client in one protocol, compiled, whose operation {@code Put} sends and returns a structure with many members of all kinds:
 * {@code member0}, {@code member1} and so on. Each third is required. A service with bindings to HTTP has some of them in the query
 * and in headers.
 */
public final class LargeClient {
    /** The structure {@code Part}, the union {@code Any} and the error {@code Fault} have so many members. */
    public static final int OTHERS = 210;

    private static final List<String> KINDS =
            List.of("Text", "Number", "Time", "Texts", "Part", "Mood", "FlatTexts", "Parts", "Any", "Map");

    private final int count;
    private final boolean isRest;
    private final ClassLoader loader;
    private final Map<String, Class<?>> types = new HashMap<>();
    private final Map<Integer, Object> values = new HashMap<>();
    private final Map<String, Method> setters = new HashMap<>();

    /** Generates and compiles the client. */
    public LargeClient(String protocol, int count) {
        this.count = count;
        this.isRest = protocol.startsWith("rest-");
        Javac.Result compiled = Javac.compile(Generation.files(model(protocol)), "-g");
        if (!compiled.messages().isEmpty()) {
            throw new AssertionError(String.join("\n", compiled.messages()));
        }
        this.loader = compiled.load(Generation.PACKAGE + ".TinyClient").getClassLoader();
    }

    private String model(String protocol) {
        String result = protocol.equals("query") ? ",\"resultWrapper\":\"PutResult\"" : "";
        String attribute = protocol.equals("rest-xml") ? ",\"xmlAttribute\":true" : "";
        return new TinyModel()
                .metadata("protocol", protocol)
                .metadata("jsonVersion", "1.1")
                .metadata("targetPrefix", "Tiny")
                .operation(
                        "Put",
                        "\"http\":{\"method\":\"POST\",\"requestUri\":\"/\"},\"input\":{\"shape\":\"In\"},"
                                + "\"output\":{\"shape\":\"Out\"" + result + "},\"errors\":[{\"shape\":\"Fault\"}]")
                .shape("In", structure(count, this::isRequired, i -> ref(kind(i)) + place(i, "querystring")))
                .shape("Out", structure(count, this::isRequired, i -> ref(kind(i)) + place(i, "header")))
                .shape("Part", structure(OTHERS, i -> i > 0, i -> i == 0 ? ref("Text") + attribute : ref("Number")))
                .shape("Any", "\"union\":true," + structure(OTHERS, i -> false, i -> ref("Text")))
                .shape("Fault", "\"exception\":true," + structure(OTHERS, i -> false, i -> ref("Text")))
                .list("Texts", "Text")
                .list("Parts", "Part")
                .shape("FlatTexts", "\"type\":\"list\",\"member\":{\"shape\":\"Text\"},\"flattened\":true")
                .shape("Map", "\"type\":\"map\",\"key\":{\"shape\":\"Text\"},\"value\":{\"shape\":\"Number\"}")
                .shape("Number", "\"type\":\"integer\"")
                .shape("Time", "\"type\":\"timestamp\"")
                .enumeration("Mood", List.of("GOOD", "BAD"))
                .text();
    }

    private interface Member {
        String of(int i);
    }

    private static String structure(int count, IntPredicate required, Member member) {
        List<String> names = IntStream.range(0, count)
                .filter(required)
                .mapToObj(i -> "\"member" + i + '"')
                .toList();
        List<String> members = IntStream.range(0, count)
                .mapToObj(i -> "\"member" + i + "\":{" + member.of(i) + '}')
                .toList();
        return "\"type\":\"structure\",\"required\":[" + String.join(",", names) + "],\"members\":{"
                + String.join(",", members) + '}';
    }

    private static String ref(String shape) {
        return "\"shape\":\"" + shape + '"';
    }

    private String place(int i, String ofOthers) {
        return isOutsideBody(i)
                ? ",\"location\":\"" + (isHeader(i) ? "header" : ofOthers) + "\",\"locationName\":\"x-member" + i + '"'
                : "";
    }

    /** Whether a member of the input is in the query or in a header. */
    public boolean isOutsideBody(int i) {
        return isRest && i % 11 < 2;
    }

    /** Whether a member of the input is in a header. */
    public boolean isHeader(int i) {
        return isRest && i % 11 == 0;
    }

    private boolean isRequired(int i) {
        return i % 3 == 0;
    }

    /** The shape of a member. */
    public String kind(int i) {
        return isOutsideBody(i) ? "Text" : KINDS.get(i % KINDS.size());
    }

    /** The value of a member; different members have different values, except for enums. */
    public Object value(int i) {
        return values.computeIfAbsent(i, this::newValue);
    }

    private Object newValue(int i) {
        return switch (kind(i)) {
            case "Number" -> i;
            case "Time" -> Instant.ofEpochSecond(i);
            case "Texts", "FlatTexts" -> List.of("text" + i, "b");
            case "Part" -> part(i);
            case "Parts" -> List.of(part(i), part(-i));
            case "Mood" -> call(type("Mood"), null, "of", String.class, "MOOD" + i);
            case "Any" -> call(type("Any"), null, "member" + i % OTHERS, String.class, "text" + i);
            case "Map" -> Map.of("key" + i, i);
            default -> "text" + i;
        };
    }

    private Object part(int i) {
        Object builder = builder("Part");
        set(builder, 0, "text" + i);
        for (int n = 1; n < OTHERS; n++) {
            set(builder, n, i + n);
        }
        return build(builder);
    }

    /** What a member of the output holds if a response lacks it. */
    public @Nullable Object missing(int i) {
        boolean isCollection = List.of("Texts", "FlatTexts", "Parts", "Map").contains(kind(i));
        if (!isRequired(i) && !isCollection) {
            return null;
        }
        return switch (kind(i)) {
            case "Number" -> 0;
            case "Time" -> Instant.EPOCH;
            case "Texts", "FlatTexts", "Parts" -> List.of();
            case "Part" -> emptyPart();
            case "Mood" -> call(type("Mood"), null, "of", String.class, "");
            case "Any" -> "Unknown{tag=, value=***}";
            case "Map" -> Map.of();
            default -> "";
        };
    }

    private Object emptyPart() {
        Object builder = builder("Part");
        for (int n = 1; n < OTHERS; n++) {
            set(builder, n, 0);
        }
        return build(builder);
    }

    /** A class of the client's model. */
    public Class<?> type(String name) {
        return types.computeIfAbsent(name, key -> load("model." + key));
    }

    private Class<?> load(String name) {
        try {
            return loader.loadClass(Generation.PACKAGE + '.' + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** An empty builder of a class of the model. */
    public Object builder(String name) {
        return call(type(name), null, "builder");
    }

    /** Sets a member on a builder. */
    public void set(Object builder, int i, Object value) {
        String name = "member" + i;
        Method setter = setters.computeIfAbsent(builder.getClass().getName() + name, key -> setter(builder, name));
        invoke(setter, builder, value);
    }

    private static Method setter(Object builder, String name) {
        for (Method method : builder.getClass().getMethods()) {
            if (method.getName().equals(name)
                    && !method.isVarArgs()
                    && method.getParameterTypes()[0] != Consumer.class) {
                return method;
            }
        }
        throw new AssertionError("no setter " + name);
    }

    /** What a builder builds. */
    public Object build(Object builder) {
        return call(builder.getClass(), builder, "build");
    }

    /** A structure with all members but one, {@code -1} for none. */
    public Object all(String name, int except) {
        Object builder = builder(name);
        for (int i = 0; i < count; i++) {
            if (i != except) {
                set(builder, i, value(i));
            }
        }
        return build(builder);
    }

    /** A copy of a structure by way of its builder. */
    public Object copy(Object structure) {
        return build(call(structure.getClass(), structure, "toBuilder"));
    }

    /** The members of a structure by their numbers; of a union that is not known the text. */
    public Map<Integer, @Nullable Object> members(Object structure) {
        Map<Integer, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Object value = call(structure.getClass(), structure, "member" + i);
            boolean isUnknown =
                    value != null && value.getClass().getSimpleName().equals("Unknown");
            members.put(i, isUnknown ? String.valueOf(value) : value);
        }
        return members;
    }

    /** Calls the operation {@code Put}. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Object put(Wire wire, Object request) {
        Class<?> type = load("TinyClient");
        Object client = wire.connect((ClientBuilder) call(type, null, "builder"));
        return call(type, client, "put", type("PutRequest"), request);
    }

    /** The numbers of all members that are of one of some kinds. */
    public List<Integer> numbers(String... kinds) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (List.of(kinds).contains(kind(i))) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static Object call(Class<?> type, @Nullable Object object, String name) {
        try {
            return invoke(type.getMethod(name), object);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Object call(
            Class<?> type, @Nullable Object object, String name, Class<?> parameter, Object argument) {
        try {
            return invoke(type.getMethod(name, parameter), object, argument);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Object invoke(Method method, @Nullable Object object, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
