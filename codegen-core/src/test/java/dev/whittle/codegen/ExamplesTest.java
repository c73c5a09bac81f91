package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Golden;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.Snippets;
import dev.whittle.codegen.json.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples of a model in the documentation of the client. */
class ExamplesTest {
    private static Map<String, String> files() {
        return new TreeMap<>(Golden.named("examples").generated());
    }

    @Test
    void theyCompile() {
        Map<String, String> files = files();
        Snippets.addTo(files);

        assertThat(Javac.compile(files).messages()).isEmpty();
    }

    @Test
    void theySayWhatTheModelSays() {
        List<String> snippets = Snippets.of(files().get("com/example/tiny/TinyClient.java"));

        assertThat(snippets).contains("""
                        client.putThing(r -> r.id("a").thing(t -> t.count(3).size(Size.SMALL)));
                        // Response: {"thing": {"count": 3}, "total": 12345678901}
                        """, """
                        client.putThing(r -> r.id("none"));
                        // Throws NoThing: {"message": "there is no thing 'none'"}
                        """, """
                        client.ping(r -> {});
                        """).hasSize(4);
        assertThat(snippets.get(2)).contains("id(\"a \\\"b\\\" \\\\u002a/ {c\")", "\"*/ @see x\", \"first\\nsecond\"");
    }

    /** What Java has no literal for is written another way, or the example is left out, however large it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    thing: { at: 4102444800 }      | r.thing(t -> t.at(Instant.ofEpochSecond(4102444800L)))
                    anything: 4102444800           | r.anything(Document.of(4102444800L))
                    anything: 5000000000000000000001 | r.anything(Document.of(new BigDecimal("5000000000000000000001")))
                    thing: { count: 3000000000 }   |
                    thing: { count: 1e999999999 }  |
                    thing: { big: 1e30 }           |
                    thing: { at: 1e999999999 }     |
                    thing: { ratio: 1e400 }        |
                    thing: { share: 1e40 }         |
                    """)
    @Timeout(60)
    void numbersFitTheirTypes(String input, @Nullable String call, @TempDir Path folder) throws IOException {
        String model = Files.readString(Golden.named("examples").folder().resolve("model.smithy"));
        Files.writeString(
                folder.resolve("model.smithy"),
                model.replaceAll("(?s)apply PutThing.*?\n\\]\\)", "")
                        + "\napply PutThing @examples([{ title: \"A number\", input: { id: \"a\", " + input
                        + " } }])\n");
        Map<String, String> files = new TreeMap<>(Generation.files(ModelSource.ofDirectory(folder), Set.of()));
        List<String> snippets = Snippets.of(files.get("com/example/tiny/TinyClient.java"));
        Snippets.addTo(files);

        assertThat(snippets.stream().filter(snippet -> snippet.contains("putThing")))
                .containsExactlyElementsOf(
                        call == null
                                ? List.of()
                                : List.of("client.putThing(" + call.replaceFirst("r", "r -> r.id(\"a\")") + ");\n"));
        assertThat(Javac.compile(files).messages()).isEmpty();
    }
}
