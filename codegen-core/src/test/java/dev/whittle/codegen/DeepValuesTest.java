package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.TinyModel;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.ServiceException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A value that is nested 10,000 deep is refused by an exception of the runtime, in each format and however it is nested: the
 * thread, whose stack has the default size, does not run out of it.
 */
@Timeout(120)
class DeepValuesTest {
    private static final int DEPTH = 10_000;

    /** Sends a value that is nested in one way, or nothing. */
    private static final String CALLER = """
            import com.example.tiny.TinyClient;
            import com.example.tiny.model.*;
            import dev.whittle.codegen.harness.Wire;
            import java.net.URI;
            import java.util.List;
            import java.util.Map;
            import java.util.function.*;

            public final class Caller implements BiConsumer<Wire, String> {
                public void accept(Wire wire, String way) {
                    TinyClient client = wire.connect(TinyClient.builder().endpoint(URI.create("https://tiny.test")));
                    client.echo0(r -> {
                        switch (way) {
                            case "" -> {}
                            case "choice" -> r.choice(nested(Choice.text("x"), Choice::choice));
                            case "choices" -> r.choice(nested(Choice.text("x"), each -> Choice.choices(List.of(each))));
                            default -> r.tree(nested(Tree.builder().build(), each -> deeper(each, way)));
                        }
                    });
                }

                private static Tree deeper(Tree tree, String way) {
                    return switch (way) {
                        case "child" -> Tree.builder().child(tree).build();
                        case "children" -> Tree.builder().children(List.of(tree)).build();
                        case "byName" -> Tree.builder().byName(Map.of("k", tree)).build();
                        default -> Tree.builder().choice(Choice.tree(tree)).build();
                    };
                }

                private static <T> T nested(T value, UnaryOperator<T> step) {
                    T outer = value;
                    for (int i = 0; i < %d; i++) {
                        outer = step.apply(outer);
                    }
                    return outer;
                }
            }
            """.formatted(DEPTH);

    private static final String CALLER_OF_DOCUMENTS = """
            import com.example.tiny.TinyClient;
            import dev.whittle.codegen.harness.Wire;
            import dev.whittle.runtime.document.Document;
            import java.util.List;
            import java.util.Map;
            import java.util.function.BiConsumer;

            public final class Caller implements BiConsumer<Wire, String> {
                public void accept(Wire wire, String way) {
                    Document outer = Document.of("x");
                    for (int i = 0; i < %d; i++) {
                        outer = way.equals("maps") ? Document.map(Map.of("k", outer)) : Document.list(List.of(outer));
                    }
                    Document value = outer;
                    wire.connect(TinyClient.builder()).echo0(r -> {
                        if (way.equals("all")) {
                            r.all(value);
                        } else if (!way.isEmpty()) {
                            r.any(value);
                        }
                    });
                }
            }
            """.formatted(DEPTH);

    private static TinyModel trees(String protocol) {
        return new TinyModel()
                .metadata("protocol", protocol)
                .metadata("jsonVersion", "1.1")
                .metadata("targetPrefix", "Tiny")
                .operation(
                        "Echo0",
                        "\"http\":{\"method\":\"POST\",\"requestUri\":\"/\"},\"input\":{\"shape\":\"In\"},"
                                + "\"output\":{\"shape\":\"In\"},\"errors\":[{\"shape\":\"Fault\"}]")
                .structure("In", "tree", "Tree", "choice", "Choice")
                .shape("Fault", "\"type\":\"structure\",\"exception\":true,\"members\":{\"tree\":{\"shape\":\"Tree\"}}")
                .structure("Tree", "child", "Tree", "children", "Trees", "byName", "Map", "choice", "Choice")
                .union("Choice", "text", "Text", "choice", "Choice", "choices", "Choices", "tree", "Tree")
                .list("Trees", "Tree")
                .list("Choices", "Choice")
                .shape("Map", "\"type\":\"map\",\"key\":{\"shape\":\"Text\"},\"value\":{\"shape\":\"Tree\"}");
    }

    @SuppressWarnings("unchecked")
    private static BiConsumer<Wire, String> caller(TinyModel model, String source) throws ReflectiveOperationException {
        Map<String, byte[]> client =
                Javac.compile(Generation.files(model.text())).classes();
        Javac.Result compiled = Javac.against(client, Map.of("Caller.java", source), DeepValuesTest.class);
        assertThat(compiled.messages()).isEmpty();
        return (BiConsumer<Wire, String>)
                compiled.load("Caller").getConstructor().newInstance();
    }

    private static void cannotBeSent(BiConsumer<Wire, String> caller, String... ways) {
        for (String way : ways) {
            assertThatThrownBy(() -> caller.accept(new Wire(), way))
                    .as(way)
                    .isInstanceOf(CallException.class)
                    .hasMessageContaining("a value is nested deeper than 500");
        }
    }

    private static void cannotBeRead(BiConsumer<Wire, String> caller, Wire wire) {
        assertThatThrownBy(() -> caller.accept(wire, ""))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("exceeds a limit: a nesting depth of more than 500");
    }

    private static void isStillAnError(BiConsumer<Wire, String> caller, Wire wire) {
        assertThatThrownBy(() -> caller.accept(wire, "")).isInstanceOf(ServiceException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest-json", "json"})
    void json(String protocol) throws ReflectiveOperationException {
        BiConsumer<Wire, String> caller = caller(trees(protocol), CALLER);
        cannotBeSent(caller, "child", "children", "byName", "tree", "choice", "choices");
        for (String[] nest : new String[][] {
            {"{\"tree\":", "{\"child\":", "{", "}"},
            {"{\"tree\":", "{\"children\":[", "{", "]}"},
            {"{\"tree\":", "{\"byName\":{\"k\":", "{", "}}"},
            {"{\"tree\":", "{\"choice\":{\"tree\":", "{", "}}"},
            {"{\"choice\":", "{\"choice\":", "{\"text\":\"x\"", "}"},
            {"{\"choice\":", "{\"choices\":[", "{\"text\":\"x\"", "]}"},
            {"{\"unknown\":", "[", "{", "]"},
        }) {
            String body = nest[0] + nest[1].repeat(DEPTH) + nest[2] + "}" + nest[3].repeat(DEPTH) + "}";
            cannotBeRead(caller, new Wire().answer(200, body));
            isStillAnError(caller, new Wire().answer(400, "{\"__type\":\"Fault\"," + body.substring(1)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest-xml", "query", "ec2"})
    void xml(String protocol) throws ReflectiveOperationException {
        BiConsumer<Wire, String> caller = caller(trees(protocol), CALLER);
        cannotBeSent(caller, "child", "children", "byName", "tree", "choice", "choices");
        for (String[] nest : new String[][] {
            {"tree", "child"},
            {"tree", "children", "member"},
            {"tree", "byName", "entry", "value"},
            {"tree", "choice", "tree"},
            {"choice", "choice"},
            {"choice", "choices", "member"},
            {"unknown", "a"},
        }) {
            String[] path = List.of(nest).subList(1, nest.length).toArray(String[]::new);
            String body = open(nest[0]) + open(path).repeat(DEPTH) + close(path).repeat(DEPTH) + close(nest[0]);
            String root = protocol.equals("query") ? "<R><Echo0Result>%s</Echo0Result></R>" : "<R>%s</R>";
            cannotBeRead(caller, new Wire().answer(200, root.formatted(body)));
            isStillAnError(
                    caller, new Wire().answer(400, "<R><Error><Code>Fault</Code>%s</Error></R>".formatted(body)));
        }
    }

    private static String open(String... names) {
        StringBuilder tags = new StringBuilder();
        for (String name : names) {
            tags.append('<').append(name).append('>');
        }
        return tags.toString();
    }

    private static String close(String... names) {
        StringBuilder tags = new StringBuilder();
        for (String name : names) {
            tags.insert(0, "</" + name + ">");
        }
        return tags.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smithy-rpc-v2-cbor"})
    void cbor(String protocol) throws ReflectiveOperationException {
        BiConsumer<Wire, String> caller = caller(trees(protocol), CALLER);
        cannotBeSent(caller, "child", "children", "byName", "tree", "choice", "choices");
        for (String[] nest : new String[][] {
            {"tree", "{child"},
            {"tree", "{children", "["},
            {"tree", "{byName", "{k"},
            {"tree", "{choice", "{tree"},
            {"choice", "{choice"},
            {"choice", "{choices", "["},
            {"unknown", "["},
        }) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(item("{" + nest[0]));
            for (int i = 0; i < DEPTH; i++) {
                for (String step : List.of(nest).subList(1, nest.length)) {
                    body.writeBytes(item(step));
                }
            }
            body.write(0xA0);
            cannotBeRead(caller, new Wire().answer(200, body.toByteArray(), "smithy-protocol", "rpc-v2-cbor"));
            isStillAnError(caller, new Wire().answer(400, body.toByteArray(), "smithy-protocol", "rpc-v2-cbor"));
        }
    }

    /** The head of a list with one item, or the head of a map with one entry, and its key. */
    private static byte[] item(String step) {
        if (step.equals("[")) {
            return new byte[] {(byte) 0x81};
        }
        byte[] key = step.substring(1).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0xA1);
        bytes.write(0x60 + key.length);
        bytes.writeBytes(key);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest-json", "json"})
    void documents(String protocol) throws ReflectiveOperationException {
        BiConsumer<Wire, String> caller = caller(
                new TinyModel()
                        .metadata("protocol", protocol)
                        .metadata("jsonVersion", "1.1")
                        .metadata("targetPrefix", "Tiny")
                        .echo("In")
                        .structure("In", "any", "Any", "all", "All")
                        .list("All", "Any")
                        .shape("Any", "\"type\":\"structure\",\"members\":{},\"document\":true"),
                CALLER_OF_DOCUMENTS);
        cannotBeSent(caller, "maps", "lists", "all");
        for (String member : List.of("{\"any\":", "{\"all\":[")) {
            cannotBeRead(caller, new Wire().answer(200, member + "[".repeat(DEPTH)));
            cannotBeRead(caller, new Wire().answer(200, member + "{\"k\":".repeat(DEPTH)));
        }
    }
}
