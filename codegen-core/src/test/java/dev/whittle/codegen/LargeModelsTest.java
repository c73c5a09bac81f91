package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.EndpointCases;
import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.TinyModel;
import dev.whittle.codegen.json.ModelSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Models that are large, deep or endless, in each protocol. All threads have stacks of the default size. */
@Timeout(300)
class LargeModelsTest {
    private static final String MAP = "\"type\":\"map\",\"key\":{\"shape\":\"Text\"},\"value\":{\"shape\":\"%s\"}";

    private static TinyModel model(String protocol) {
        return new TinyModel()
                .metadata("protocol", protocol)
                .metadata("jsonVersion", "1.1")
                .metadata("targetPrefix", "Tiny");
    }

    /** What the generator makes of a model in a thread of its own. */
    private static GeneratedSources generated(Supplier<GeneratedSources> generation) {
        CompletableFuture<GeneratedSources> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(generation.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        thread.start();
        try {
            return result.get(2, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static void becomesCode(TinyModel model) {
        String text = model.text();
        GeneratedSources sources = generated(() -> Generation.of(text));
        assertThat(Generation.errors(sources)).isEmpty();
        HostileModelsTest.assertHarmless(sources);
    }

    private static void isRefused(TinyModel model, String message) {
        String text = model.text();
        GeneratedSources sources = generated(() -> Generation.of(text));
        assertThat(sources.files()).isEmpty();
        assertThat(Generation.errors(sources))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error).contains(message));
    }

    /** Members of all kinds, in an input and output, in a structure, in a union and in an error. */
    @ParameterizedTest
    @ValueSource(strings = {"rest-json", "json", "rest-xml", "query", "ec2", "smithy-rpc-v2-cbor"})
    void manyMembers(String protocol) {
        becomesCode(withMembers(protocol, 450));
        isRefused(withMembers(protocol, 3_001), "has 3001 members, more than the 3000 that a class can have");
    }

    /** A member brings the most constants to its class and to the builder if its shape is a structure of its own. */
    @Test
    void theMostConstantsFitIntoAClass() {
        Map<String, Integer> few = constants(220);
        Map<String, Integer> more = constants(240);
        assertThat(more).containsKeys("All", "All$Builder");
        more.forEach((type, constants) -> {
            int each = (constants - few.get(type)) / 20;
            assertThat(each).as("constants of each member in %s", type).isPositive();
            assertThat(constants + (3_000 - 240) * each)
                    .as("constants of %s", type)
                    .isLessThan(65_535);
        });
    }

    /** The number of constants of the class of a structure, and of its builder, with the most debugging information. */
    private static Map<String, Integer> constants(int members) {
        TinyModel model = model("rest-json").echo("All");
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < members; i++) {
            model.structure("Part" + i);
            fields.append(i == 0 ? "" : ",").append("\"member%1$d\":{\"shape\":\"Part%1$d\"}".formatted(i));
        }
        model.echo("In").structure("In", "all", "All");
        model.shape("All", "\"type\":\"structure\",\"members\":{" + fields + "}");
        Map<String, Integer> constants = new TreeMap<>();
        Javac.compile(Generation.files(model.text()), "-g").classes().forEach((name, bytes) -> {
            String type = name.substring(name.lastIndexOf('.') + 1);
            if (type.equals("All") || type.equals("All$Builder")) {
                constants.put(type, Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(8)));
            }
        });
        return constants;
    }

    @Test
    void manyIdempotencyTokens() {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            members.append(i == 0 ? "" : ",");
            members.append("\"member%d\":{\"shape\":\"Text\",\"idempotencyToken\":true}".formatted(i));
        }
        becomesCode(model("json").echo("In").shape("In", "\"type\":\"structure\",\"members\":{" + members + "}"));
    }

    private static TinyModel withMembers(String protocol, int count) {
        List<String> targets = List.of("Text", "Number", "Time", "Texts", "Map", "Part");
        StringBuilder members = new StringBuilder("\"members\":{");
        for (int i = 0; i < count; i++) {
            members.append(i == 0 ? "" : ",").append("\"member").append(i).append("\":{\"shape\":\"");
            members.append(targets.get(i % targets.size())).append("\"}");
        }
        members.append('}');
        return model(protocol)
                .operation(
                        "Get",
                        "\"http\":{\"method\":\"POST\",\"requestUri\":\"/\"},\"input\":{\"shape\":\"All\"},"
                                + "\"output\":{\"shape\":\"All\"},\"errors\":[{\"shape\":\"Fault\"}]")
                .echo("Nested")
                .structure("Nested", "all", "All", "any", "Any")
                .shape("All", "\"type\":\"structure\"," + members)
                .shape("Any", "\"type\":\"structure\",\"union\":true," + members)
                .shape("Fault", "\"type\":\"structure\",\"exception\":true," + members)
                .structure("Part", "text", "Text")
                .list("Texts", "Text")
                .shape("Map", MAP.formatted("Part"))
                .shape("Number", "\"type\":\"integer\"")
                .shape("Time", "\"type\":\"timestamp\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest-json", "rest-xml", "query"})
    void deepShapes(String protocol) {
        for (BiConsumer<TinyModel, Integer> step : List.<BiConsumer<TinyModel, Integer>>of(
                (model, i) -> model.structure("S" + i, "s", "S" + (i + 1)),
                (model, i) -> model.union("S" + i, "s", "S" + (i + 1)),
                (model, i) -> model.structure("S" + i, "l", "L" + i).list("L" + i, "S" + (i + 1)),
                (model, i) -> model.structure("S" + i, "m", "M" + i).shape("M" + i, MAP.formatted("S" + (i + 1))),
                (model, i) -> model.shape(
                        "S" + i,
                        "\"type\":\"structure\",\"required\":[\"s\"],\"members\":{\"s\":{\"shape\":\"S" + (i + 1)
                                + "\"}}"))) {
            TinyModel model =
                    model(protocol).echo("In").structure("In", "s", "S0").structure("S1000", "text", "Text");
            for (int i = 0; i < 1_000; i++) {
                step.accept(model, i);
            }
            String text = model.text();
            assertThat(generated(() -> Generation.of(text)).files()).hasSizeGreaterThan(1_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest-json", "json", "rest-xml", "query", "ec2", "smithy-rpc-v2-cbor"})
    void cycles(String protocol) {
        becomesCode(model(protocol)
                .echo("In")
                .structure(
                        "In", "self", "In", "a", "A", "list", "List", "map", "Map", "u", "U", "v", "V", "mixed",
                        "Mixed")
                .structure("A", "b", "B", "self", "A")
                .structure("B", "a", "A")
                .list("List", "OfList")
                .structure("OfList", "list", "List")
                .shape("Map", MAP.formatted("OfMap"))
                .structure("OfMap", "map", "Map")
                .union("U", "self", "U", "text", "Text", "holder", "Holder")
                .structure("Holder", "u", "U")
                .union("V", "list", "Vs", "map", "Vm", "text", "Text")
                .list("Vs", "V")
                .shape("Vm", MAP.formatted("V"))
                .list("Mixed", "MixedMap")
                .shape("MixedMap", MAP.formatted("MixedPart"))
                .structure("MixedPart", "mixed", "Mixed"));
        String noType = "is a collection of collections, more than 32 levels deep or in itself";
        isRefused(model(protocol).echo("In").structure("In", "l", "L").list("L", "L"), noType);
        isRefused(model(protocol).echo("In").structure("In", "m", "M").shape("M", MAP.formatted("M")), noType);
        isRefused(
                model(protocol)
                        .echo("In")
                        .structure("In", "l", "L")
                        .list("L", "M")
                        .shape("M", MAP.formatted("L")),
                noType);
        isRefused(
                model(protocol).echo("In").structure("In", "u", "U").union("U", "u", "U"),
                "contains itself through required members");
        isRefused(
                model(protocol)
                        .echo("In")
                        .structure("In", "a", "A")
                        .shape("A", "\"type\":\"structure\",\"required\":[\"b\"],\"members\":{\"b\":{\"shape\":\"B\"}}")
                        .shape(
                                "B",
                                "\"type\":\"structure\",\"required\":[\"a\"],\"members\":{\"a\":{\"shape\":\"A\"}}"),
                "contains itself through required members");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest-json", "query"})
    void manyOperations(String protocol) {
        TinyModel model = model(protocol).structure("In", "text", "Text");
        for (int i = 0; i < 800; i++) {
            model.operation(
                    "Get" + i,
                    "\"http\":{\"method\":\"POST\",\"requestUri\":\"/get" + i + "\"},\"input\":{\"shape\":\"In\"},"
                            + "\"output\":{\"shape\":\"In\"},\"errors\":[{\"shape\":\"Fault" + i + "\"}]");
            model.shape(
                    "Fault" + i,
                    "\"type\":\"structure\",\"exception\":true,\"members\":{\"text\":{\"shape\":\"Text\"}}");
        }
        becomesCode(model);
    }

    /** No two rules have a text in common, and the region decides which of them applies. */
    @Test
    void aMegabyteOfDifferentEndpointRules() {
        Random random = new Random(511);
        Map<String, String> urls = new LinkedHashMap<>();
        StringBuilder rules = new StringBuilder("""
                {"version":"1.0","parameters":{"Region":{"type":"string","builtIn":"AWS::Region","required":true,
                "documentation":"The region."},"Tier":{"type":"string","documentation":"The tier."}},"rules":[""");
        while (rules.length() < 1_000_000) {
            String region = "r" + urls.size() + "-" + Long.toHexString(random.nextLong());
            String host = "h" + urls.size() + "." + Long.toHexString(random.nextLong());
            urls.put(region, host);
            rules.append("""
                    {"type":"tree","conditions":[{"fn":"stringEquals","argv":[{"ref":"Region"},"%1$s"]}],"rules":[
                    {"type":"error","conditions":[{"fn":"isSet","argv":[{"ref":"Tier"}]},{"fn":"stringEquals",
                    "argv":[{"ref":"Tier"},"%2$s"]}],"error":"no tier %2$s"},
                    {"type":"endpoint","conditions":[],"endpoint":{"url":"https://%2$s.{Region}.test"}}]},
                    """.formatted(region, host));
        }
        rules.append("""
                {"type":"error","conditions":[],"error":"There is no such region."}]}""");
        EndpointCases cases = EndpointCases.of(rules.toString().getBytes(StandardCharsets.UTF_8));
        JsonNodeFactory json = JsonNodeFactory.instance;
        urls.forEach((region, host) -> {
            ObjectNode params = json.objectNode().put("Region", region);
            assertThat(cases.resolve(params)).isEqualTo("https://" + host + "." + region + ".test");
            assertThat(cases.resolve(params.put("Tier", host))).isEqualTo("error: no tier " + host);
        });
        assertThat(cases.resolve(json.objectNode().put("Region", "other")))
                .isEqualTo("error: There is no such region.");
    }

    /** Half of the rules are alike, and half of them have texts of their own. */
    @Test
    void aMegabyteOfEndpointRules() {
        StringBuilder rules = new StringBuilder("""
                {"version":"1.0","parameters":{"Region":{"type":"string","builtIn":"AWS::Region","required":true,
                "default":"x","documentation":"The region."}},"rules":[""");
        int count = 0;
        while (rules.length() < 1_000_000) {
            String region = "region-" + count;
            rules.append("""
                    {"type":"tree","conditions":[{"fn":"stringEquals","argv":[{"ref":"Region"},"%s"]}],"rules":[
                    {"type":"endpoint","conditions":[],"documentation":"%s","endpoint":{"url":"https://%s.example.com","headers":{},
                    "properties":{"authSchemes":[{"name":"sigv4","signingName":"tiny","signingRegion":"{Region}"}]}}}]},
                    """.formatted(region, "x".repeat(200), count % 2 == 0 ? "shared" : region));
            count++;
        }
        rules.append("""
                {"type":"error","conditions":[],"error":"There is no such region."}]}""");
        byte[] model = model("rest-json")
                .echo("In")
                .structure("In", "text", "Text")
                .text()
                .getBytes(StandardCharsets.UTF_8);
        ModelSource source = new ModelSource(
                "service-2.json", model, null, null, rules.toString().getBytes(StandardCharsets.UTF_8));
        GeneratedSources sources = generated(() -> Generation.of(source, Generation.PACKAGE));
        assertThat(Generation.errors(sources)).isEmpty();
        HostileModelsTest.assertHarmless(sources);
    }
}
