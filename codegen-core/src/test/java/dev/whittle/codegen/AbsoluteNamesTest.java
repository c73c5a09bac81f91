package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.json.ModelSource;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is added to a model, be it a shape, a member, a value, an error, an operation, a waiter or a parameter of the endpoint
 * rules: everything that a client offered before, it offers after under the same name and with the same types.
 */
class AbsoluteNamesTest {
    private static final List<String> MEMBERS = List.of(
            "tags",
            "hasTags",
            "HasHasTags",
            "has",
            "hash",
            "class",
            "hasClass",
            "name",
            "nameValue",
            "name2",
            "value",
            "builder",
            "build",
            "message",
            "hasMessage",
            "details",
            "code",
            "in",
            "out",
            "items",
            "has_items",
            "itemsPaginator",
            "Unknown");

    private static final List<String> SHAPES = List.of(
            "Thing",
            "ThingList",
            "ListOfThing",
            "Things",
            "ThingMember",
            "Value",
            "Unknown",
            "Known",
            "Builder",
            "List",
            "Map",
            "String",
            "TinyException",
            "TinyClient",
            "TinyWaiter",
            "UndeclaredMember",
            "Tiny",
            "Order_Line",
            "KMSKey",
            "Errors");

    private static final List<String> OPERATIONS = List.of(
            "ListItems",
            "ListItemsPaginator",
            "Waiter",
            "Presigner",
            "Close",
            "Create",
            "Builder",
            "Get",
            "GetPaginator",
            "Wait",
            "ListItems2",
            "ToString",
            "Tiny",
            "Equals");

    private static final List<String> VALUES =
            List.of("low", "LOW", "l-o-w", "", "value", "VALUES_", "Value", "unknown", "UNKNOWN", "a.b", "a-b", "A_B");

    private static final List<String> WAITERS = List.of("Ready", "Wait", "UntilReady", "Class", "MaxWait");

    private static final List<String> PARAMETERS =
            List.of("Region", "Endpoint", "Build", "Fast", "ForcePath", "Self", "Transport", "Retry");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void additionsRenameNothing(long seed) {
        Model after = new Model(seed);
        Model before = after.part(new Random(seed));
        assertThat(api(after)).as("seed %s", seed).containsAll(api(before));
    }

    /** The public types, methods and fields of a client. */
    private static TreeSet<String> api(Model model) {
        Javac.Result compiled = Javac.compile(Generation.files(model.source()));
        assertThat(compiled.messages()).isEmpty();
        TreeSet<String> api = new TreeSet<>();
        for (String name : compiled.classes().keySet()) {
            Class<?> type = name.contains(".internal.") ? null : compiled.load(name);
            if (type != null && Modifier.isPublic(type.getModifiers())) {
                api.add(type.toGenericString());
                Stream.of(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .map(Method::toGenericString)
                        .forEach(api::add);
                Stream.of(type.getDeclaredFields())
                        .filter(field -> Modifier.isPublic(field.getModifiers()))
                        .map(Field::toGenericString)
                        .forEach(api::add);
            }
        }
        return api;
    }

    /**
     * A random model.
     *
     * @param shapes the kind of each shape, and its members or values
     */
    private record Model(
            Map<String, Map<String, String>> shapes,
            List<String> values,
            List<String> operations,
            List<String> waiters,
            List<String> parameters) {
        Model(long seed) {
            this(shapes(new Random(seed)), VALUES, OPERATIONS, WAITERS, PARAMETERS);
        }

        private static Map<String, Map<String, String>> shapes(Random random) {
            Map<String, Map<String, String>> shapes = new LinkedHashMap<>();
            for (String shape : SHAPES) {
                List<String> names = new ArrayList<>(MEMBERS);
                Collections.shuffle(names, random);
                Map<String, String> members = new LinkedHashMap<>();
                for (String member : names.subList(0, 3 + random.nextInt(8))) {
                    members.put(
                            member,
                            switch (random.nextInt(5)) {
                                case 0 -> "Texts";
                                case 1 -> "Number";
                                case 2 -> "Level";
                                case 3 -> SHAPES.get(random.nextInt(SHAPES.size()));
                                default -> "Text";
                            });
                }
                // Its kind, which stays what it is.
                members.put(
                        "", List.of("structure", "structure", "union", "error").get(random.nextInt(4)));
                shapes.put(shape, members);
            }
            return shapes;
        }

        /** The same model, earlier. */
        Model part(Random random) {
            Map<String, Map<String, String>> fewer = new LinkedHashMap<>();
            shapes.forEach((shape, members) -> {
                Map<String, String> some = new LinkedHashMap<>(members);
                some.keySet().removeIf(member -> !member.isEmpty() && random.nextInt(3) == 0);
                fewer.put(shape, some);
            });
            fewer.keySet().removeIf(shape -> random.nextInt(3) == 0);
            fewer.values()
                    .forEach(members ->
                            members.values().removeIf(target -> SHAPES.contains(target) && !fewer.containsKey(target)));
            fewer.forEach((shape, members) -> members.putIfAbsent("text", "Text"));
            shapes.forEach((shape, members) -> members.putIfAbsent("text", "Text"));
            return new Model(
                    fewer,
                    // Values are added at the end.
                    values.subList(0, 1 + random.nextInt(values.size())),
                    some(operations, random),
                    some(waiters, random),
                    some(parameters, random));
        }

        private static List<String> some(List<String> all, Random random) {
            return all.stream().filter(each -> random.nextInt(3) > 0).toList();
        }

        ModelSource source() {
            String errors = shapes.entrySet().stream()
                    .filter(shape -> shape.getValue().containsValue("error"))
                    .map(shape -> "{\"shape\":\"" + shape.getKey() + "\"}")
                    .collect(Collectors.joining(","));
            String all = shapes.entrySet().stream()
                    .map(shape -> ",\"" + shape.getKey() + "\":" + shape(shape.getValue()))
                    .collect(Collectors.joining());
            String in = shapes.keySet().stream()
                    .map(shape -> ",\"m" + SHAPES.indexOf(shape) + "\":{\"shape\":\"" + shape + "\"}")
                    .collect(Collectors.joining());
            String calls = Stream.concat(Stream.of("Echo"), operations.stream())
                    .map(name -> "\"%s\":{\"name\":\"%s\",\"http\":{\"method\":\"POST\",\"requestUri\":\"/%s\"},"
                                    .formatted(name, name, name)
                            + "\"input\":{\"shape\":\"In\"},\"output\":{\"shape\":\"In\"},\"errors\":[" + errors + "]}")
                    .collect(Collectors.joining(","));
            String text = """
                    {"version":"2.0","metadata":{"apiVersion":"2026-01-31","endpointPrefix":"tiny","protocol":"rest-json",
                    "serviceFullName":"Tiny Service","serviceId":"Tiny","signatureVersion":"v4"},
                    "clientContextParams":{%s},"operations":{%s},
                    "shapes":{"In":{"type":"structure","members":{"nextToken":{"shape":"Text"},"texts":{"shape":"Texts"}%s}}%s,
                    "Text":{"type":"string"},"Number":{"type":"integer"},"Texts":{"type":"list","member":{"shape":"Text"}},
                    "Level":{"type":"string","enum":[%s]}}}
                    """.formatted(
                            each("\"%s\":{\"type\":\"boolean\"}", parameters), calls, in, all, each("\"%s\"", values));
            String rules = """
                    {"version":"1.0","parameters":{%s},"rules":[{"type":"endpoint","conditions":[],"endpoint":{"url":"https://e.com"}}]}
                    """.formatted(
                            each("\"%s\":{\"type\":\"boolean\",\"required\":true,\"default\":false}", parameters));
            String waits = each(
                    "\"%s\":{\"operation\":\"Echo\",\"delay\":1,\"maxAttempts\":1,\"acceptors\":["
                            + "{\"matcher\":\"status\",\"expected\":200,\"state\":\"success\"}]}",
                    waiters);
            return new ModelSource(
                    "service-2.json",
                    text.getBytes(StandardCharsets.UTF_8),
                    null,
                    "{\"waiters\":{%s}}".formatted(waits).getBytes(StandardCharsets.UTF_8),
                    rules.getBytes(StandardCharsets.UTF_8));
        }

        private static String shape(Map<String, String> members) {
            String kind = members.get("");
            String more = kind.equals("union") ? "\"union\":true," : kind.equals("error") ? "\"exception\":true," : "";
            return "{\"type\":\"structure\"," + more + "\"members\":{"
                    + members.entrySet().stream()
                            .filter(member -> !member.getKey().isEmpty())
                            .map(member -> "\"%s\":{\"shape\":\"%s\"}".formatted(member.getKey(), member.getValue()))
                            .collect(Collectors.joining(","))
                    + "}}";
        }

        private static String each(String format, List<String> names) {
            return names.stream().map(format::formatted).collect(Collectors.joining(","));
        }
    }
}
