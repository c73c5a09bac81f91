package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.TinyModel;
import dev.whittle.codegen.json.ModelSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that lie near those of locals, parameters and methods of the generated code. */
class LocalsTest {
    private static final String POST = "\"http\":{\"method\":\"POST\",\"requestUri\":\"/\"}";

    static Stream<Named<TinyModel>> models() {
        String part = "{\"shape\":\"Part\"}";
        String header = "{\"shape\":\"Level\",\"location\":\"header\",\"locationName\":\"x-%s\"}";
        return Stream.of(
                Named.of(
                        "members that are read late, and are called like locals of the loop",
                        output(
                                required(
                                        "name",
                                        "nameValue",
                                        "name2",
                                        "in",
                                        "inValue",
                                        "builder",
                                        "builderValue",
                                        "error"),
                                part)),
                Named.of(
                        "headers and members of an error",
                        error("\"required\":[\"whyHeader\",\"errorHeader\",\"inHeader\"],\"members\":{\"why\":"
                                + header.formatted("why") + ",\"error\":" + header.formatted("error") + ",\"in\":"
                                + header.formatted("in") + ",\"whyHeader\":" + part + ",\"errorHeader\":" + part
                                + ",\"inHeader\":" + part + "}")),
                Named.of(
                        "lists in headers of an input and output",
                        message(
                                "\"members\":{\"item\":{\"shape\":\"Levels\",\"location\":\"header\",\"locationName\":\"a\"},"
                                        + "\"itemHeader\":{\"shape\":\"Levels\",\"location\":\"header\",\"locationName\":\"b\"},"
                                        + "\"payload\":{\"shape\":\"Level\",\"location\":\"header\",\"locationName\":\"c\"},"
                                        + "\"body\":{\"shape\":\"Text\"}},\"payload\":\"body\"")),
                Named.of(
                        "a structure that is called like the list of another",
                        new TinyModel()
                                .echo("In")
                                .structure(
                                        "In",
                                        "list",
                                        "PartList",
                                        "parts",
                                        "Parts",
                                        "map",
                                        "PartMap",
                                        "byName",
                                        "ByName",
                                        "listOf",
                                        "ListOfPart")
                                .structure("PartList", "parts", "Parts")
                                .structure("ListOfPart", "parts", "Parts")
                                .structure("PartMap", "parts", "ByName")
                                .structure("Part", "text", "Text")
                                .list("Parts", "Part")
                                .shape(
                                        "ByName",
                                        "\"type\":\"map\",\"key\":{\"shape\":\"Text\"},\"value\":{\"shape\":\"Part\"}")),
                Named.of(
                        "a structure that is called like the codec of a list",
                        new TinyModel()
                                .echo("In")
                                .structure("In", "levels", "Levels", "of", "LevelsOf", "codec", "LevelsCodec")
                                .structure("LevelsOf", "levels", "Levels")
                                .structure("LevelsCodec", "levels", "Levels")
                                .list("Levels", "Level")
                                .enumeration("Level", List.of("LOW"))),
                Named.of(
                        "a union that is called like one of its records, or one of its members' shapes",
                        new TinyModel()
                                .echo("In")
                                .structure("In", "a", "PartMember", "b", "Either")
                                .union("PartMember", "part", "Text", "either", "Either")
                                .union("Either", "part", "PartMember", "unknown", "EitherMember")
                                .structure("EitherMember", "text", "Text")),
                Named.of(
                        "values that are called like the constants of others",
                        new TinyModel()
                                .echo("In")
                                .structure("In", "level", "LEVEL", "value", "Value")
                                .enumeration("Value", List.of("VALUE", "Value"))
                                .enumeration(
                                        "LEVEL",
                                        Stream.concat(
                                                        Stream.of(
                                                                "LEVEL", "", "value_x", "VALUE_", "a", "A", "a_x41",
                                                                "A__41"),
                                                        HostileModels.numbered("m", 250).stream())
                                                .toList())));
    }

    @ParameterizedTest
    @MethodSource("models")
    void areTakenByNoOther(TinyModel model) {
        assertThat(Javac.compile(Generation.files(model.text())).messages()).isEmpty();
    }

    @Test
    void endpointRulesHaveTheirOwn() {
        String assigned = """
                {"fn":"parseURL","argv":[{"ref":"Host"}],"assign":"%s"}""";
        String leaf = """
                {"type":"endpoint","conditions":[{"fn":"stringEquals","argv":[{"ref":"Region"},"r%s"]}],"endpoint":{"url":
                "{foo_bar#scheme}://{found2#authority}.{found#authority}.{in#authority}.{input#authority}.{client#authority}"}}""";
        String rules = """
                {"version":"1.0","parameters":{"Region":{"type":"string","builtIn":"AWS::Region","required":true},
                "Host":{"type":"string","required":true,"default":"https://e.com"}},"rules":[
                {"type":"tree","conditions":[%s],"rules":[{"type":"tree","conditions":[],"rules":[%s]},%s]},
                {"type":"error","conditions":[],"error":"none"}]}
                """.formatted(
                String.join(
                        ",",
                        Stream.of("foo_bar", "found2", "found", "in", "input", "client")
                                .map(assigned::formatted)
                                .toList()),
                String.join(",", Stream.of(1, 2, 3, 4, 5).map(leaf::formatted).toList()),
                leaf.formatted("other"));
        Map<String, String> files = Generation.files(new ModelSource(
                "service-2.json",
                new TinyModel().operation("Get", POST).text().getBytes(StandardCharsets.UTF_8),
                null,
                null,
                rules.getBytes(StandardCharsets.UTF_8)));
        assertThat(Javac.compile(files).messages()).isEmpty();
        assertThat(files.get("com/example/tiny/internal/TinyEndpoints.java"))
                .contains("found2.authority()", "found.authority()", "in2.authority()");
    }

    private static String[] required(String... names) {
        return names;
    }

    private static TinyModel output(String[] names, String target) {
        return message("\"required\":[\"" + String.join("\",\"", names) + "\"],\"members\":{"
                + String.join(
                        ",",
                        Stream.of(names)
                                .map(name -> "\"" + name + "\":" + target)
                                .toList()) + "}");
    }

    private static TinyModel message(String fields) {
        return shapes(new TinyModel().echo("In").shape("In", "\"type\":\"structure\"," + fields));
    }

    private static TinyModel error(String fields) {
        return shapes(new TinyModel()
                .operation("Get", POST + ",\"errors\":[{\"shape\":\"Fault\"}]")
                .shape("Fault", "\"type\":\"structure\",\"exception\":true," + fields));
    }

    private static TinyModel shapes(TinyModel model) {
        return model.structure("Part", "text", "Text")
                .enumeration("Level", List.of("LOW"))
                .list("Levels", "Level");
    }
}
