package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.TinyModel;
import dev.whittle.codegen.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each place of a model whose text becomes a constant, with texts that no constant or no source can hold, and with texts that
 * look like code: the model is refused at that place, or the code compiles.
 */
class HostilePlacesTest {
    private static final Map<String, String> TEXTS = Map.of(
            "of 70,000 letters", "N".repeat(70_000),
            "with half a surrogate pair", "a\ud800",
            "with a line separator", "a\u2028",
            "with code", "\"+\\u0022*/$T%n" + HostileTexts.CODE,
            "without letters", "");

    @ParameterizedTest
    @MethodSource("places")
    void isRefusedOrBecomesCode(TinyModel model) {
        GeneratedSources sources = Generation.of(model.text());
        if (!sources.failed()) {
            HostileModelsTest.assertHarmless(sources);
            return;
        }
        assertThat(sources.files()).isEmpty();
        assertThat(sources.problems())
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .allSatisfy(problem -> {
                    assertThat(problem.location().line()).isPositive();
                    assertThat(problem.text()).hasSizeLessThan(1_000);
                });
    }

    static Stream<Arguments> places() {
        List<Arguments> all = new ArrayList<>();
        TEXTS.forEach((kind, text) -> {
            for (String protocol : List.of("rest-json", "rest-xml", "json", "query", "ec2", "smithy-rpc-v2-cbor")) {
                places(protocol, text)
                        .forEach((place, model) ->
                                all.add(Arguments.of(Named.of(protocol + ", " + place + ", a text " + kind, model))));
            }
        });
        return all.stream();
    }

    private static Map<String, TinyModel> places(String protocol, String text) {
        Map<String, TinyModel> places = new LinkedHashMap<>();
        String quoted = TinyModel.quote(text);
        if (protocol.equals("rest-xml") || protocol.equals("query") || protocol.equals("ec2")) {
            String uri = "\"xmlNamespace\":{\"uri\":" + quoted + "}";
            places.put("an item's name", list(protocol, "\"locationName\":" + quoted));
            places.put("an item's namespace", list(protocol, uri));
            places.put("a key's name", map(protocol, quoted, "\"v\""));
            places.put("a value's name", map(protocol, "\"k\"", quoted));
            places.put("a member's namespace", member(protocol, uri));
            places.put(
                    "a member's prefix",
                    member(protocol, "\"xmlNamespace\":{\"uri\":\"urn:x\",\"prefix\":" + quoted + "}"));
            places.put("a member's name in forms", member(protocol, "\"queryName\":" + quoted));
            places.put("a shape's namespace", structure(protocol, uri));
            places.put("a shape's name", structure(protocol, "\"locationName\":" + quoted));
            places.put("the service's namespace", get(protocol, "").metadata("xmlNamespace", text));
            places.put("a root's namespace", get(protocol, ",\"locationName\":\"R\"," + uri));
            places.put("a root's name", get(protocol, ",\"locationName\":" + quoted));
            places.put("a result's name", get(protocol, ",\"resultWrapper\":" + quoted));
        }
        places.put("the targets' prefix", get(protocol, "").metadata("targetPrefix", text));
        places.put("the version of JSON", get(protocol, "").metadata("jsonVersion", text));
        places.put("a member's name", member(protocol, "\"locationName\":" + quoted));
        places.put("an error's code", error(protocol, quoted));
        places.put(
                "an operation's name",
                model(protocol).operation("Get", text, "\"http\":{\"method\":\"POST\",\"requestUri\":\"/\"}"));
        return places;
    }

    private static TinyModel model(String protocol) {
        return new TinyModel()
                .metadata("protocol", protocol)
                .metadata("jsonVersion", "1.1")
                .metadata("targetPrefix", "Tiny");
    }

    private static TinyModel get(String protocol, String ofReferences) {
        String reference = ":{\"shape\":\"In\"" + ofReferences + "}";
        return model(protocol)
                .structure("In", "text", "Text")
                .operation(
                        "Get",
                        "\"http\":{\"method\":\"POST\",\"requestUri\":\"/\"},\"input\"" + reference + ",\"output\""
                                + reference);
    }

    private static TinyModel member(String protocol, String fields) {
        return model(protocol)
                .echo("In")
                .shape("In", "\"type\":\"structure\",\"members\":{\"text\":{\"shape\":\"Text\"," + fields + "}}");
    }

    private static TinyModel structure(String protocol, String fields) {
        return model(protocol)
                .echo("In")
                .structure("In", "part", "Part")
                .shape("Part", "\"type\":\"structure\"," + fields + ",\"members\":{\"text\":{\"shape\":\"Text\"}}");
    }

    private static TinyModel list(String protocol, String fields) {
        return model(protocol)
                .echo("In")
                .structure("In", "list", "Texts")
                .shape("Texts", "\"type\":\"list\",\"member\":{\"shape\":\"Text\"," + fields + "}");
    }

    private static TinyModel map(String protocol, String key, String value) {
        return model(protocol)
                .echo("In")
                .structure("In", "map", "Texts")
                .shape(
                        "Texts",
                        "\"type\":\"map\",\"key\":{\"shape\":\"Text\",\"locationName\":" + key
                                + "},\"value\":{\"shape\":\"Text\",\"locationName\":" + value + "}");
    }

    private static TinyModel error(String protocol, String code) {
        return model(protocol)
                .operation("Get", "\"http\":{\"method\":\"POST\",\"requestUri\":\"/\"},\"errors\":[{\"shape\":\"E\"}]")
                .shape(
                        "E",
                        "\"type\":\"structure\",\"exception\":true,\"members\":{},\"error\":{\"httpStatusCode\":400,\"code\":"
                                + code + "}");
    }
}
