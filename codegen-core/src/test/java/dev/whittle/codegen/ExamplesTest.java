package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Golden;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.Snippets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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
}
