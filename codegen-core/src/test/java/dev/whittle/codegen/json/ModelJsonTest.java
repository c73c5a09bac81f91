package dev.whittle.codegen.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.c2j.C2jDialect;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelJsonTest {
    private final Problems problems = new Problems(pointer -> Location.ofFile("m.json"), new C2jDialect());

    @Test
    void knowsTypesAndPlaces() {
        JsonValue root = read("{'a/b': [1, 1.5, 99999999999, true, null, 'x', {'~': {}}]}");

        List<JsonValue> elements = root.get("a/b").values();
        assertThat(elements)
                .extracting(JsonValue::type)
                .containsExactly(
                        JsonType.INTEGER,
                        JsonType.NUMBER,
                        JsonType.NUMBER,
                        JsonType.BOOLEAN,
                        JsonType.NULL,
                        JsonType.STRING,
                        JsonType.OBJECT);
        assertThat(elements.get(0).asInt()).isEqualTo(1);
        assertThat(elements.get(3).asBoolean()).isTrue();
        assertThat(elements.get(5).asString()).isEqualTo("x");
        assertThat(elements.get(6).get("~").pointer()).isEqualTo("/a~1b/6/~0");
        assertThat(elements.get(2).label()).isEqualTo("element 2 of 'a/b'");
        assertThat(root.pointer()).isEmpty();
    }

    @Test
    void keepsTheOrderOfTheFile() {
        assertThat(read("{'z': 1, 'a': 2, 'm': 3}").values())
                .extracting(JsonValue::key)
                .containsExactly("z", "a", "m");
    }

    @Test
    void acceptsAByteOrderMark() {
        assertThat(read("\uFEFF{'a': 1}").get("a").asInt()).isEqualTo(1);
    }

    @Test
    void acceptsAReplacementCharacterThatTheFileReallyHolds() {
        assertThat(read("{'a': '\uFFFD'}").get("a").asString()).isEqualTo("\uFFFD");
    }

    @Test
    void aLongNumberCostsNothing() {
        assertThat(read("{'a': 1e999999999, 'b': " + "9".repeat(900) + "}").values())
                .extracting(JsonValue::type)
                .containsOnly(JsonType.NUMBER);
    }

    @Test
    void whatIsCutOffIsTruncated() {
        assertThat(problem("{'a': [1, ")).isEqualTo("""
                m.json:[1,11] SVC0102 the file ends in the middle of a value
                        hint: is the file complete? It may be cut off""");
        assertThat(problem("{'a': 'x")).startsWith("m.json:[1,9] SVC0102");
        assertThat(problem("{'a': 'x'")).startsWith("m.json:[1,10] SVC0102");
    }

    @Test
    void everyDuplicateKeyIsTold() {
        assertThat(problems("{'a': 1,\n 'b': {'c': 1, 'c': 2},\n 'a': 3}")).containsExactly("""
                        m.json:[2,16] SVC0105 the key 'c' appears twice in one object
                                hint: the first one is on line 2""", """
                        m.json:[3,2] SVC0105 the key 'a' appears twice in one object
                                hint: the first one is on line 1""");
    }

    @Test
    void theSameKeyInTwoObjectsIsNoDuplicate() {
        assertThat(read("{'a': {'x': 1}, 'b': {'x': 1}}").values()).hasSize(2);
    }

    @Test
    void nothingFollowsTheDocument() {
        assertThat(problem("{}\n{}")).isEqualTo("m.json:[2,1] SVC0106 something follows the end of the document");
        assertThat(problem("{}\n]")).isEqualTo("m.json:[2,1] SVC0106 something follows the end of the document");
        assertThat(problem("{} rest")).contains("SVC0106 something follows the end of the document");
        assertThat(read("{}\n \n").values()).isEmpty();
    }

    @Test
    void columnsOfSyntaxErrorsCountCharacters() {
        assertThat(problem("{'größe 🛒': ?}"))
                .startsWith("m.json:[1,14] SVC0101 not valid JSON: unexpected character ('?' (code 63))");
    }

    @Test
    void bytesThatAreNotUtf8AreTold() {
        byte[] bytes = "{\n \"ä\": \"ü?\"}".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xC3;
        ModelJson.readObject("m.json", bytes, problems);

        assertThat(problems.all())
                .extracting(Problem::text)
                .containsExactly(
                        "m.json:[2,9] SVC0104 the file is not UTF-8 here\n        hint: save the file as UTF-8");
    }

    @Test
    void nestingIsLimited() {
        String deep = "{'a':".repeat(256) + "1" + "}".repeat(256);
        assertThat(read(deep).type()).isEqualTo(JsonType.OBJECT);

        assertThat(problem("{'a':" + deep + "}"))
                .isEqualTo("m.json:[1,1282] SVC0107 the document is nested more than 256 levels deep");
    }

    @Test
    void namesAndNumbersAreLimited() {
        assertThat(problem("{'" + "x".repeat(100_000) + "': 1}"))
                .contains("SVC0107 a name or number of the document is too long");
    }

    private JsonValue read(String text) {
        JsonValue root = readNullable(text);
        assertThat(problems.all()).isEmpty();
        return root;
    }

    private String problem(String text) {
        List<String> texts = problems(text);
        return texts.get(texts.size() - 1);
    }

    private List<String> problems(String text) {
        Problems fresh = new Problems(pointer -> Location.ofFile("m.json"), new C2jDialect());
        assertThat(ModelJson.readObject("m.json", bytes(text), fresh)).isNull();
        return fresh.all().stream().map(Problem::text).toList();
    }

    private JsonValue readNullable(String text) {
        return ModelJson.readObject("m.json", bytes(text), problems);
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
