package dev.whittle.codegen.link.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.TinyModel;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.runtime.client.ClientBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operations give to endpoint rules by paths into their input; in the texts single quotes stand for double ones. */
class ContextPathsTest {
    private static final String RULES = "{'parameters': {'Name': {'type': 'string'}, 'Names': {'type': 'stringArray'}},"
            + " 'rules': [{'type': 'endpoint', 'conditions': [{'fn': 'isSet', 'argv': [{'ref': 'Name'}]}],"
            + " 'endpoint': {'url': 'https://{Name}.one.test'}},"
            + " {'type': 'endpoint', 'conditions': [{'fn': 'isSet', 'argv': [{'ref': 'Names'}]},"
            + " {'fn': 'getAttr', 'argv': [{'ref': 'Names'}, '[0]'], 'assign': 'first'}],"
            + " 'endpoint': {'url': 'https://{first}.many.test'}},"
            + " {'type': 'endpoint', 'conditions': [], 'endpoint': {'url': 'https://none.test'}}]}";

    @Test
    void aPathLeadsIntoTheInput() throws Exception {
        assertThat(host("'Name': {'path': 'inner.name'}", "inner", "name", "a")).isEqualTo("a.one.test");
        assertThat(host("'Name': {'path': 'inner.name'}", "inner", "other", "a"))
                .isEqualTo("none.test");
    }

    @Test
    void aPathLeadsToSeveralTexts() throws Exception {
        assertThat(host("'Names': {'path': 'keys(map)'}", "map", "k", "v")).isEqualTo("k.many.test");
        assertThat(host("'Names': {'path': 'list[*].name'}", "list", "name", "n"))
                .isEqualTo("n.many.test");
        assertThat(host("'Names': {'path': 'list[*].[other, name][]'}", "list", "name", "n"))
                .isEqualTo("n.many.test");
        assertThat(host("'Names': {'path': 'list[*].name'}", "map", "k", "v")).isEqualTo("none.test");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'Name': {'path': 'innr.name'} | SVC0602 path 'innr.name': GetRequest has no member 'innr' at /operations/Get/operationContextParams/Name/path
            'Name': {'path': 'list[*].name'} | SVC0512 path 'list[*].name' does not lead to a string, which the endpoint rules take as 'Name' at /operations/Get/operationContextParams/Name/path
            'Names': {'path': 'inner.name'} | SVC0512 path 'inner.name' does not lead to a list of strings, which the endpoint rules take as 'Names' at /operations/Get/operationContextParams/Names/path
            'Names': {'path': 'list[0:1].name'} | SVC0603 operation Get gives the endpoint rules no 'Names': path 'list[0:1].name': a slice cannot be compiled at /operations/Get/operationContextParams/Names/path
            'Name': {} | SVC0110 operation context parameter Name has no 'path' at /operations/Get/operationContextParams/Name
            """)
    void saysWhatIsWrong(String parameters, String expected) {
        assertThat(generated(parameters).problems().stream().map(Problem::text))
                .singleElement()
                .satisfies(text ->
                        assertThat(text.lines().findFirst().orElseThrow()).endsWith("] " + expected));
    }

    private static String host(String parameters, String member, String key, String value) throws Exception {
        Javac.Result client = Javac.compile(generated(parameters).files());
        assertThat(client.messages()).isEmpty();
        Class<?> type = client.load(Generation.PACKAGE + ".TinyClient");
        Class<?> request = type.getClassLoader().loadClass(Generation.PACKAGE + ".model.GetRequest");
        Wire wire = new Wire();
        Object connected = connect(wire, type.getMethod("builder").invoke(null));
        Object builder = request.getMethod("builder").invoke(null);
        Object given = switch (member) {
            case "map" -> Map.of(key, value);
            case "list" -> List.of(inner(type, key, value));
            default -> inner(type, key, value);
        };
        for (var method : builder.getClass().getMethods()) {
            if (method.getName().equals(member) && method.getParameterTypes()[0].isInstance(given)) {
                method.invoke(builder, given);
            }
        }
        Object input = builder.getClass().getMethod("build").invoke(builder);
        type.getMethod("get", request).invoke(connected, input);
        return wire.host();
    }

    private static Object inner(Class<?> client, String key, String value) throws Exception {
        Object builder = client.getClassLoader()
                .loadClass(Generation.PACKAGE + ".model.Inner")
                .getMethod("builder")
                .invoke(null);
        builder.getClass().getMethod(key, String.class).invoke(builder, value);
        return builder.getClass().getMethod("build").invoke(builder);
    }

    @SuppressWarnings("unchecked")
    private static <B extends ClientBuilder<B, C>, C> Object connect(Wire wire, Object builder) {
        return wire.connect((B) builder);
    }

    private static GeneratedSources generated(String parameters) {
        String model = new TinyModel()
                .operation(
                        "Get",
                        "'http':{'method':'POST','requestUri':'/'},'input':{'shape':'In'},'operationContextParams':{"
                                + parameters + "}")
                .structure("In", "inner", "Inner", "map", "Map", "list", "Inners")
                .structure("Inner", "name", "Text", "other", "Text")
                .list("Inners", "Inner")
                .shape("Map", "'type':'map','key':{'shape':'Text'},'value':{'shape':'Text'}")
                .text();
        return Generation.of(
                new ModelSource("service-2.json", bytes(model), null, null, bytes(RULES)), Generation.PACKAGE);
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
