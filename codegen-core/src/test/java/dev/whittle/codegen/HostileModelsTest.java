package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.TinyModel;
import dev.whittle.codegen.problem.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models that no decent service would publish. Each is either refused, with the place of the fault, or becomes code that
 * compiles without a warning and holds the model's text as data: nothing is executed, nothing lies outside of the client's
 * packages.
 */
class HostileModelsTest {
    @ParameterizedTest
    @MethodSource("acceptable")
    void becomesCode(TinyModel model) {
        GeneratedSources sources = Generation.of(model.text());
        assertThat(Generation.errors(sources)).isEmpty();
        assertHarmless(sources);
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    void isRefusedOrBecomesCode(TinyModel model) {
        GeneratedSources sources = Generation.of(model.text());
        if (!sources.failed()) {
            assertHarmless(sources);
            return;
        }
        assertThat(sources.files()).isEmpty();
        sources.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(problem -> {
                    assertThat(problem.location().file()).isEqualTo("service-2.json");
                    assertThat(problem.message()).isNotBlank();
                    assertThat(problem.text().lines().count()).isLessThanOrEqualTo(2);
                });
    }

    @Test
    void enumsHoldTheirValues() throws ReflectiveOperationException {
        GeneratedSources sources =
                Generation.of(HostileModels.withValues(HostileTexts.VALUES).text());
        assertThat(Generation.errors(sources)).isEmpty();
        Class<?> type = Javac.compile(sources.files()).load(Generation.PACKAGE + ".model.Hostile");
        List<String> held = new ArrayList<>();
        for (Object value : (List<?>) type.getMethod("values").invoke(null)) {
            held.add((String) type.getMethod("value").invoke(value));
        }
        assertThat(held).isEqualTo(HostileTexts.VALUES);
    }

    static Stream<Named<TinyModel>> acceptable() {
        List<Named<TinyModel>> models = new ArrayList<>();
        models.add(Named.of("documentation in all places", HostileModels.documented()));
        models.add(Named.of("names of members of a structure", HostileModels.withMembers()));
        models.add(Named.of("names of members of an error", HostileModels.withErrorMembers()));
        models.add(Named.of("names of members of a union", HostileModels.withUnionMembers()));
        for (String kind : List.of("structure", "union", "enum", "error")) {
            models.add(Named.of("names of types: " + kind, HostileModels.withTypes(kind)));
        }
        models.add(Named.of("enum values", HostileModels.withValues(HostileTexts.VALUES)));
        models.add(Named.of(
                "an enum with as many values as may be",
                HostileModels.withValues(HostileModels.numbered("m5.", 5_000))));
        models.add(Named.of("a structure with as many members as may be", HostileModels.withCount(3_000)));
        models.add(Named.of("a union with as many members as may be", HostileModels.withUnionCount(3_000)));
        models.add(Named.of("names on the wire", HostileModels.withWireNames()));
        models.add(Named.of("names of operations", HostileModels.withOperations()));
        models.add(Named.of("names of 150 letters", HostileModels.withName("N".repeat(150))));
        return models.stream();
    }

    static Stream<Named<TinyModel>> doubtful() {
        List<Named<TinyModel>> models = new ArrayList<>();
        for (String name : List.of(
                "../../x",
                "a/b",
                "C:\\x",
                "",
                " ",
                "a\"b",
                "*/",
                "a\nb",
                "$T",
                "a.b.c",
                "\u202ex",
                "\ud800",
                "N".repeat(251),
                "N".repeat(300),
                "\u00e4",
                "1",
                "-",
                "x*/" + HostileTexts.CODE)) {
            String shown = name.length() > 20 ? name.length() + " letters" : TinyModel.quote(name);
            models.add(Named.of("structure " + shown, HostileModels.withName(name)));
            models.add(Named.of(
                    "union " + shown,
                    new TinyModel().echo("In").structure("In", "m", name).union(name, "a", "Text")));
            models.add(Named.of(
                    "member " + shown,
                    new TinyModel()
                            .echo("In")
                            .structure("In", name, "Text", "u", "U")
                            .union("U", name, "Text")));
            models.add(Named.of(
                    "operation " + shown,
                    new TinyModel().operation(name, "\"http\":{\"method\":\"POST\",\"requestUri\":\"/x\"}")));
            models.add(Named.of(
                    "service " + shown,
                    new TinyModel().echo("In").structure("In").metadata("serviceId", name)));
            models.add(Named.of(
                    "the rest of the metadata " + shown,
                    new TinyModel()
                            .echo("In")
                            .structure("In")
                            .documentation(name)
                            .metadata("serviceFullName", name)
                            .metadata("apiVersion", name)
                            .metadata("endpointPrefix", name)
                            .metadata("signingName", name)));
            models.add(Named.of(
                    "URI " + shown,
                    new TinyModel()
                            .operation(
                                    "Get",
                                    "\"http\":{\"method\":\"GET\",\"requestUri\":"
                                            + TinyModel.quote("/" + name + "?" + name)
                                            + "},\"endpoint\":{\"hostPrefix\":" + TinyModel.quote(name + ".") + "}")));
            models.add(Named.of(
                    "method " + shown,
                    new TinyModel()
                            .operation(
                                    "Get",
                                    "\"http\":{\"method\":" + TinyModel.quote(name) + ",\"requestUri\":\"/\"}")));
        }
        models.add(Named.of("names that differ only in case", HostileModels.caseTwins()));
        models.add(Named.of(
                "members that differ only in case",
                new TinyModel().echo("In").structure("In", "aB", "Text", "AB", "Text", "a-b", "Text")));
        models.add(Named.of(
                "members of a union that differ only in case",
                new TinyModel().echo("In").structure("In", "u", "U").union("U", "ab", "Text", "aB", "Text")));
        models.add(Named.of("a line separator in a value", HostileModels.withValues(List.of("a", "\u2028"))));
        models.add(Named.of("half a surrogate pair in a value", HostileModels.withValues(List.of("\ud800", "\udc00"))));
        models.add(Named.of(
                "a member with the name of its union",
                new TinyModel().echo("In").structure("In", "u", "ItemMember").union("ItemMember", "item", "Text")));
        models.add(Named.of("an enum of 6,000 values", HostileModels.withValues(HostileModels.numbered("v", 6_000))));

        models.add(Named.of("a structure with 3,001 members", HostileModels.withCount(3_001)));
        models.add(Named.of("a union with 3,001 members", HostileModels.withUnionCount(3_001)));
        models.add(Named.of("a value of 70,000 letters", HostileModels.withValues(List.of("v".repeat(70_000)))));
        models.add(Named.of(
                "a header of 70,000 letters",
                new TinyModel()
                        .echo("In")
                        .shape(
                                "In",
                                "\"type\":\"structure\",\"members\":{\"a\":{\"shape\":\"Text\",\"location\":\"header\",\"locationName\":\""
                                        + "H".repeat(70_000) + "\"}}")));
        models.add(Named.of(
                "a list of itself",
                new TinyModel().echo("In").structure("In", "l", "L").list("L", "L")));
        models.add(Named.of("lists nested 100 deep", HostileModels.nestedLists(100)));
        models.add(Named.of("structures nested 300 deep", HostileModels.nestedStructures(300)));
        return models.stream();
    }

    /** Checks that the code compiles without a warning, and that it does nothing and lies nowhere else. */
    static void assertHarmless(GeneratedSources sources) {
        assertThat(sources.files().keySet())
                .allMatch(path -> path.matches("com/example/tiny/((model|internal)/)?[A-Za-z0-9_]+\\.java")
                        || path.endsWith("package-info.java"));
        Javac.Result compiled = Javac.compile(
                sources.files(),
                "-Xdoclint:all/protected,-missing",
                "-Xdoclint/package:com.example.tiny.*",
                "-XDshould-stop.ifError=FLOW");
        assertThat(compiled.messages()).isEmpty();
        for (String name : compiled.classes().keySet()) {
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            assertThat(file.getBytes(StandardCharsets.UTF_8)).as(file).hasSizeLessThanOrEqualTo(255);
        }
        compiled.loadAll();
        assertThat(System.getProperty("whittle.test.intruder")).isNull();
    }
}
