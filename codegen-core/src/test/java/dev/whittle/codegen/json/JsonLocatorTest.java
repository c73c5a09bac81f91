package dev.whittle.codegen.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLocatorTest {
    private static final String TEXT = """
            {
              "a": {"b": [10, "x", {"c~/d": true}]},
              "größe 🛒": {"": 5, "z": "🛒🛒"}, "after": 1
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "/a, 2, 8",
        "/a/b, 2, 14",
        "/a/b/0, 2, 15",
        "/a/b/1, 2, 19",
        "/a/b/2/c~0~1d, 2, 33",
        "/größe 🛒, 3, 15",
        "/größe 🛒/, 3, 20",
        "/größe 🛒/z, 3, 28",
        "/after, 3, 46"
    })
    void findsTheValue(String pointer, int line, int column) {
        assertThat(located(TEXT, pointer)).isEqualTo("m.json:[" + line + "," + column + "]");
    }

    @Test
    void aByteOrderMarkIsNoColumn() {
        assertThat(located("\uFEFF{\"a\": 1}", "/a")).isEqualTo("m.json:[1,7]");
    }

    @Test
    void linesMayEndInAnyWay() {
        assertThat(located("{\r\n\"a\": 1,\r\n\"b\": 2}", "/b")).isEqualTo("m.json:[3,6]");
    }

    @Test
    void theRootIsTheFile() {
        assertThat(located(TEXT, "")).isEqualTo("m.json");
    }

    @ParameterizedTest
    @CsvSource({"/a/x/y, 2, 8", "/a/b/7, 2, 14", "/a/b/1/2, 2, 19"})
    void ofWhatIsNotThereTheNearestPlaceIsTold(String pointer, int line, int column) {
        assertThat(located(TEXT, pointer)).isEqualTo("m.json:[" + line + "," + column + "]");
    }

    @Test
    void aFileThatIsNoJsonHasNoPlaces() {
        assertThat(located("{{{", "/a")).isEqualTo("m.json");
        assertThat(located("", "/a")).isEqualTo("m.json");
    }

    @Test
    void countsColumnsInALineLongerThanAnyBuffer() {
        String filler = "\"" + "🛒x".repeat(20_000) + "\"";
        String text = "{\"a\": [" + filler + ", " + filler + "], \"b\": 1}";

        assertThat(located(text, "/b")).isEqualTo("m.json:[1," + (text.indexOf("\"b\": ") + 6) + "]");
    }

    private static String located(String text, String pointer) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new JsonLocator("m.json", bytes).apply(pointer).toString();
    }
}
