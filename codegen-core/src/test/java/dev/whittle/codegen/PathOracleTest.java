package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.TinyModel;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.runtime.client.ClientBuilder;
import dev.whittle.runtime.wait.ServiceWaiter;
import dev.whittle.runtime.wait.WaiterTimeoutException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.smithy.jmespath.JmespathException;
import software.amazon.smithy.jmespath.JmespathExpression;
import software.amazon.smithy.jmespath.LiteralExpressionJmespathRuntime;
import software.amazon.smithy.jmespath.ast.LiteralExpression;

/** What compiled paths find, against what the interpreter of the JMESPath library finds in the same documents. */
class PathOracleTest {
    private static final int DOCUMENTS = 400;

    /** A matcher, what it expects as JSON, and a path. */
    private record Case(String matcher, String expected, String path) {
        static List<Case> values(String expected, String... paths) {
            return List.of(paths).stream()
                    .map(path -> new Case("path", expected, path))
                    .toList();
        }

        static List<Case> lists(String expected, String... paths) {
            List<Case> cases = new ArrayList<>();
            for (String path : paths) {
                cases.add(new Case("pathAll", expected, path));
                cases.add(new Case("pathAny", expected, path));
            }
            return cases;
        }
    }

    private static final List<Case> CASES = cases();

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.addAll(Case.values(
                "\"a\"",
                "text",
                "kind",
                "inner.text",
                "things[0].text",
                "things[-1].text",
                "things[ 1 ].text",
                "things\n[ -2 ]\n.text",
                "things[2147483647].text",
                "things[-2147483647].text",
                "things[1].kind",
                "things[].text | [0]",
                "labels.a",
                "labels.\"b\"",
                "text || kind",
                "text && kind",
                "inner.text || things[0].text || 'a'",
                "choice.text",
                "choice.inner.text",
                "(things[?number > `1`].text)[0]",
                "things[].labels.a | [-2]",
                "texts[1]",
                "keys(labels) | [0]",
                "text" + " | (@ || @)".repeat(8),
                "things[-1]" + ".inner".repeat(90) + ".text"));
        for (String flag : List.of("true", "false")) {
            cases.addAll(Case.values(
                    flag,
                    "flag",
                    "!flag",
                    "!text",
                    "!texts",
                    "!labels",
                    "!kind",
                    "text == 'a'",
                    "kind == 'a'",
                    "kind != 'b'",
                    "kind == 'never'",
                    "'a' == text",
                    "text == kind",
                    "text != inner.text",
                    "kind == inner.kind",
                    "number == `2`",
                    "number != `2`",
                    "number == large",
                    "number == ratio",
                    "large == inner.large",
                    "number > `1`",
                    "number <= `1`",
                    "large >= `2`",
                    "ratio < `1.5`",
                    "number < large",
                    "ratio > number",
                    "inner.number < things[0].number",
                    "text == `null`",
                    "things == `null`",
                    "`null` != inner",
                    "length(text) > `1`",
                    "length(kind) == `1`",
                    "length(things) == `0`",
                    "length(things[].things[]) > `0`",
                    "length(labels) == `1`",
                    "length(keys(labels)) > length(values(labels))",
                    "length(texts) >= number",
                    "length(things[?text == 'a']) == `1`",
                    "length(things[?!(length(things) == `1` && number == large)]) == `0`",
                    "contains(texts, 'a')",
                    "contains(texts, text)",
                    "contains(kinds, 'a')",
                    "contains(kinds, kind)",
                    "contains(kinds, text)",
                    "contains(things[].text, 'b')",
                    "contains(things[].number, `1`)",
                    "contains(things[].large, `1`)",
                    "contains(things[].flag, `false`)",
                    "contains(things[].[length(texts[?@ == 'a']) >= number][], `false`)",
                    "contains(keys(labels), 'a')",
                    "contains(values(labels), 'a')",
                    "contains(text, 'a')",
                    "contains(text, inner.text)",
                    "starts_with(text, 'a')",
                    "ends_with(kind, 'a')",
                    "text == 'a' && number > `1`",
                    "text == 'a' || number > `1` && flag",
                    "(text == 'a' || number > `1`) && flag",
                    "!(flag && inner.flag) || !(inner.flag)",
                    "!(text && number && things && flag)",
                    "flag || inner.flag",
                    "number > `0` && flag || inner.flag",
                    "number > `0` == flag",
                    "number == large && flag",
                    "number == large || flag",
                    "number != ratio && flag",
                    "flag || number == large",
                    "!(number == large) || inner.flag",
                    "(number == large) == flag",
                    "(number == large) == (large == ratio)",
                    "(number == large && flag) == (text == 'a' || inner.flag)",
                    "flag" + " | (@ || !@)".repeat(6),
                    "text == 'a'" + " | (@ && @)".repeat(7)));
        }
        cases.addAll(
                Case.values("2", "number", "large", "length(things)", "inner.number || number", "things[0].number"));
        cases.addAll(Case.lists(
                "\"a\"",
                "texts",
                "kinds",
                "texts[]",
                "texts[*]",
                "texts[?@ != 'b']",
                "things[].text",
                "things[*].text",
                "things[].things[].text",
                "things[*].things[*].text[]",
                "things[*].things[].text | []",
                "things[*].texts[]",
                "things[].texts[]",
                "things[].texts[] | [?@ == 'a' || @ == 'b']",
                "things[].[text, kind][]",
                "things[*].[text, inner.text][]",
                "[text, inner.text, things[0].text]",
                "things[?flag].text",
                "things[?text].kind",
                "things[?things].text",
                "things[?!text].kind",
                "things[?text == 'a' || kind == 'a'].kind",
                "things[?things[?flag]].text",
                "things[?contains(texts, 'a')].text",
                "things[].inner.text",
                "things[].choice.text",
                "things[].things[0].text",
                "things[].texts | [0]",
                "keys(labels)",
                "values(labels)",
                "labels.*",
                "things[].labels.*[]",
                "things[].keys(labels)[]",
                "sparse",
                "sparse[]",
                "sparse[?@ == 'a']",
                "sparse[?@ != 'b']",
                "nested[]",
                "nested[*][]",
                "nested[0]",
                "nested[][]",
                "things[]" + ".things[]".repeat(30) + ".text"));
        cases.addAll(Case.lists(
                "1", "things[].number", "things[].large", "things[*].length(texts)", "things[].texts.length(@)"));
        cases.addAll(Case.lists(
                "true",
                "things[].flag",
                "things[].[flag, number > `1`][]",
                "things[].[number == large && flag][]",
                "things[].[number == large || flag, number == ratio][]",
                "things[?number == large && flag].flag"));
        return cases;
    }

    @Test
    void compiledPathsFindWhatTheInterpreterFinds() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        GeneratedSources sources = Generation.of(
                new ModelSource("service-2.json", utf8(model().text()), null, utf8(waiters()), null),
                Generation.PACKAGE);
        assertThat(sources.problems()).isEmpty();
        Javac.Result client = Javac.compile(sources.files());
        assertThat(client.messages()).isEmpty();
        Wire wire = new Wire();
        ServiceWaiter<?> waiter = waiter(client, wire);
        int matches = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            String document = document(random);
            wire.answer(200, document);
            LiteralExpression parsed =
                    JmespathExpression.parseJson(document, LiteralExpressionJmespathRuntime.INSTANCE);
            for (int c = 0; c < CASES.size(); c++) {
                Boolean expected = isMet(CASES.get(c), parsed);
                if (expected == null) {
                    continue;
                }
                matches += expected ? 1 : 0;
                assertThat(isMet(waiter, c))
                        .as("seed %d: %s in %s", seed, CASES.get(c), document)
                        .isEqualTo(expected);
            }
        }
        assertThat(matches)
                .as("seed %d", seed)
                .isBetween(DOCUMENTS * CASES.size() / 10, DOCUMENTS * CASES.size() * 9 / 10);
    }

    /** Null where a function is given null: the interpreter has an error for that, compiled code goes on with null. */
    private static @Nullable Boolean isMet(Case asked, LiteralExpression document) {
        LiteralExpression found;
        try {
            found = JmespathExpression.parse(asked.path()).evaluate(document);
        } catch (JmespathException e) {
            return null;
        }
        LiteralExpression expected =
                JmespathExpression.parseJson(asked.expected(), LiteralExpressionJmespathRuntime.INSTANCE);
        if (asked.matcher().equals("path")) {
            return equal(found, expected);
        }
        if (!found.isArrayValue()) {
            return false;
        }
        List<LiteralExpression> elements =
                found.expectArrayValue().stream().map(LiteralExpression::from).toList();
        return asked.matcher().equals("pathAny")
                ? elements.stream().anyMatch(element -> equal(element, expected))
                : !elements.isEmpty() && elements.stream().allMatch(element -> equal(element, expected));
    }

    private static boolean equal(LiteralExpression one, LiteralExpression other) {
        return LiteralExpressionJmespathRuntime.INSTANCE.equal(one, other);
    }

    private static boolean isMet(ServiceWaiter<?> waiter, int number) throws Exception {
        Method wait = waiter.getClass().getMethod("waitUntilCase" + number, Consumer.class);
        try {
            wait.invoke(waiter, (Consumer<Object>) request -> {});
            return true;
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(WaiterTimeoutException.class);
            return false;
        }
    }

    private static ServiceWaiter<?> waiter(Javac.Result compiled, Wire wire) throws Exception {
        Class<?> type = compiled.load(Generation.PACKAGE + ".TinyClient");
        Object client = connect(wire, type.getMethod("builder").invoke(null));
        ServiceWaiter<?> waiter = (ServiceWaiter<?>) type.getMethod("waiter").invoke(client);
        return waiter.delay(Duration.ofNanos(1));
    }

    @SuppressWarnings("unchecked")
    private static <B extends ClientBuilder<B, C>, C> Object connect(Wire wire, Object builder) {
        return wire.connect((B) builder);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static TinyModel model() {
        return new TinyModel()
                .shape("Number", "\"type\":\"integer\"")
                .shape("Large", "\"type\":\"long\"")
                .shape("Ratio", "\"type\":\"double\"")
                .shape("Flag", "\"type\":\"boolean\"")
                .enumeration("Kind", List.of("a", "b"))
                .list("Texts", "Text")
                .list("Kinds", "Kind")
                .list("Things", "Thing")
                .list("Nested", "Texts")
                .shape("Sparse", "\"type\":\"list\",\"sparse\":true,\"member\":{\"shape\":\"Text\"}")
                .shape("Labels", "\"type\":\"map\",\"key\":{\"shape\":\"Text\"},\"value\":{\"shape\":\"Text\"}")
                .union("Choice", "text", "Text", "inner", "Thing")
                .structure("Thing", members())
                .structure("Out", members())
                .operation("Get", "\"http\":{\"method\":\"GET\",\"requestUri\":\"/\"},\"output\":{\"shape\":\"Out\"}");
    }

    private static String[] members() {
        return new String[] {
            "text", "Text", "kind", "Kind", "flag", "Flag", "number", "Number", "large", "Large", "ratio", "Ratio",
            "texts", "Texts", "kinds", "Kinds", "things", "Things", "nested", "Nested", "sparse", "Sparse", "labels",
            "Labels", "choice", "Choice", "inner", "Thing"
        };
    }

    private static String waiters() {
        List<String> waiters = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            Case asked = CASES.get(i);
            waiters.add("\"Case" + i
                    + "\":{\"operation\":\"Get\",\"delay\":1,\"maxAttempts\":1,\"acceptors\":[{\"matcher\":\""
                    + asked.matcher() + "\",\"argument\":" + TinyModel.quote(asked.path()) + ",\"expected\":"
                    + asked.expected() + ",\"state\":\"success\"}]}");
        }
        return "{\"waiters\":{" + String.join(",\n", waiters) + "}}";
    }

    private static String document(Random random) {
        return structure(random, 3);
    }

    private static String structure(Random random, int depth) {
        List<String> fields = new ArrayList<>();
        add(fields, random, "text", text(random));
        add(fields, random, "kind", text(random));
        add(fields, random, "flag", String.valueOf(random.nextBoolean()));
        add(fields, random, "number", String.valueOf(random.nextInt(3)));
        add(fields, random, "large", String.valueOf(random.nextInt(3)));
        add(fields, random, "ratio", random.nextInt(3) + (random.nextBoolean() ? ".0" : ".5"));
        add(fields, random, "texts", list(random, () -> text(random)));
        add(fields, random, "kinds", list(random, () -> text(random)));
        add(fields, random, "sparse", list(random, () -> random.nextInt(3) == 0 ? "null" : text(random)));
        add(fields, random, "nested", list(random, () -> list(random, () -> text(random))));
        add(fields, random, "labels", labels(random));
        if (depth > 0) {
            add(fields, random, "things", list(random, () -> structure(random, depth - 1)));
            add(fields, random, "inner", structure(random, depth - 1));
            add(
                    fields,
                    random,
                    "choice",
                    random.nextBoolean()
                            ? "{\"text\":" + text(random) + "}"
                            : "{\"inner\":" + structure(random, depth - 1) + "}");
        }
        return fields.stream().collect(Collectors.joining(",", "{", "}"));
    }

    private static void add(List<String> fields, Random random, String name, String value) {
        int chance = random.nextInt(10);
        if (chance > 1) {
            fields.add("\"" + name + "\":" + value);
        } else if (chance == 1) {
            fields.add("\"" + name + "\":null");
        }
    }

    private static String text(Random random) {
        return List.of("\"a\"", "\"b\"", "\"ab\"", "\"\"").get(Math.min(random.nextInt(6) / 2 + random.nextInt(2), 3));
    }

    private static String labels(Random random) {
        Map<String, String> labels = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            labels.put(text(random), text(random));
        }
        return labels.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String list(Random random, Supplier<String> element) {
        List<String> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(element.get());
        }
        return "[" + String.join(",", elements) + "]";
    }
}
