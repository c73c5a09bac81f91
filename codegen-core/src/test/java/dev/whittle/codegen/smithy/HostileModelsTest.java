package dev.whittle.codegen.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Models that no author wrote end in a problem, soon and without filling the memory. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileModelsTest {
    private static final String IDL = "$version: \"2.0\"\n";
    private static final String AST = "{\"smithy\": \"2.0\", \"shapes\": {";
    private static final String SERVICE = """
            "a#Shop": {"type": "service", "version": "1", "operations": [{"target": "a#Get"}],
              "traits": {"aws.protocols#restJson1": {}}},
            "a#Get": {"type": "operation", "input": {"target": "a#GetInput"},
              "traits": {"smithy.api#http": {"method": "POST", "uri": "/get"}}},
            "a#GetInput": {"type": "structure", "members": {"x": {"target": "a#L0"}}}""";

    @Test
    void deepNesting() {
        assertThat(problems("a.json", "{\"smithy\": \"2.0\", \"metadata\": {\"x\": " + "[".repeat(100_000)))
                .containsExactly("a.json:[1,292] SVC0107 the document is nested more than 256 levels deep");
        assertThat(problems("a.smithy", IDL + "metadata x = " + "[".repeat(100_000)))
                .containsExactly("a.smithy:[2,78] SVC0114 Model: Parser exceeded maximum allowed depth of 64");
        assertThat(problems("a.smithy", IDL + "metadata x = " + "{a: ".repeat(100_000)))
                .containsExactly("a.smithy:[2,271] SVC0114 Model: Parser exceeded maximum allowed depth of 64");
    }

    @Test
    void longNumbers() {
        String digits = "9".repeat(1_000_000);
        assertThat(problems("a.json", "{\"smithy\": \"2.0\", \"metadata\": {\"x\": " + digits + "}}"))
                .singleElement()
                .asString()
                .endsWith("SVC0107 a name or number of the document is too long");
        assertThat(problems("a.smithy", IDL + "metadata x = " + digits + "\n"))
                .containsExactly("a.smithy SVC0107 a number of the document is too long");
    }

    @Test
    void mixinsThatMakeMillionsOfMembers() {
        StringBuilder idl = new StringBuilder(IDL).append("namespace a\n");
        StringBuilder ast = new StringBuilder(AST);
        for (int i = 0; i < 5_000; i++) {
            idl.append("@mixin structure M").append(i).append(i == 0 ? "" : " with [M" + (i - 1) + "]");
            idl.append(" { m").append(i).append(": String }\n");
            ast.append(i == 0 ? "" : ",")
                    .append("\"a#M")
                    .append(i)
                    .append("\": {\"type\": \"structure\", \"mixins\": [");
            ast.append(i == 0 ? "" : "{\"target\": \"a#M" + (i - 1) + "\"}").append("], \"members\": {\"m");
            ast.append(i).append("\": {\"target\": \"smithy.api#String\"}}, \"traits\": {\"smithy.api#mixin\": {}}}");
        }
        assertThat(problems("a.smithy", idl.toString()))
                .containsExactly("a.smithy SVC0107 mixins make more than 500000 members");
        assertThat(problems("a.json", ast + "}}"))
                .containsExactly("a.json SVC0107 mixins make more than 500000 members");
    }

    @Test
    void longChainsOfRequiredMembers() {
        StringBuilder ast = new StringBuilder(AST).append(SERVICE);
        for (int i = 0; i < 20_000; i++) {
            ast.append(",\"a#L")
                    .append(i)
                    .append("\": {\"type\": \"structure\", \"members\": {\"x\": {\"target\": \"a#L");
            ast.append((i + 1) % 20_000).append("\", \"traits\": {\"smithy.api#required\": {}}}}}");
        }
        assertThat(problems("a.json", ast.append("}}").toString()))
                .isNotEmpty()
                .allMatch(text -> text.contains("SVC0107") || text.contains("SVC0114"));
    }

    @Test
    void bytesThatAreNotText() {
        byte[] latin = (IDL + "namespace a\n/// caf\u00e9\nstring B\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(problems("a.smithy", latin))
                .containsExactly(
                        "a.smithy:[3,8] SVC0104 the file is not UTF-8 here\n        hint: save the file as UTF-8");
        byte[] wide = (IDL + "namespace a\n").getBytes(StandardCharsets.UTF_16LE);
        assertThat(problems("a.smithy", wide)).singleElement().asString().contains("a.smithy:[1,2] SVC0104");
        assertThat(problems("a.smithy", "\0\1\2")).singleElement().asString().contains("SVC0104");
        assertThat(problems("a.smithy", "")).containsExactly("a.smithy SVC0115 the model defines no service");
    }

    @Test
    void textThatBreaksOutOfItsLine() {
        String text =
                problems("a.smithy", IDL + "namespace a\nstring `\u202e\r\n").toString();
        assertThat(text).contains("SVC0114").doesNotContain("\u202e").doesNotContain("\r");
    }

    @Test
    void damagedModelsEndInProblems() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String whole = AST + SERVICE.replace("a#L0", "smithy.api#String") + "}}";
        assertThat(problems("a.json", whole)).isEmpty();
        for (int i = 0; i < 60; i++) {
            StringBuilder damaged = new StringBuilder(whole);
            int at = random.nextInt(whole.length());
            if (random.nextBoolean()) {
                damaged.setLength(at);
            } else {
                damaged.setCharAt(at, "{}[]\",:#$@x0\\".charAt(random.nextInt(13)));
            }
            String text = damaged.toString();
            assertThat(problems("a.json", text))
                    .as("seed %d, model %s", seed, text)
                    .allMatch(problem -> problem.contains(" SVC0"));
        }
    }

    private static List<String> problems(String name, String text) {
        return problems(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String name, byte[] bytes) {
        ModelSource source = new ModelSource(name, bytes, null, null, null);
        return Generation.of(source, "com.example").problems().stream()
                .map(Problem::text)
                .toList();
    }
}
