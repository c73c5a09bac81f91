package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whittle.codegen.corpus.Corpus;
import dev.whittle.codegen.harness.EndpointCases;
import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.Snippets;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Generates a client of every model of Smithy in a folder, with all operations and with three of them, compiles it with the
 * examples in its documentation, and runs the cases that the model has for its endpoint rules: {@code mvn -pl codegen-core -am -Pcorpus test
 * -Dtest=SmithyCorpusTest -Dsurefire.failIfNoSpecifiedTests=false -Dwhittle.smithy=<folder>}.
 */
@Tag("corpus")
class SmithyCorpusTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @TestFactory
    Stream<DynamicContainer> everyModel() throws IOException {
        return Corpus.smithy().stream().map(this::model);
    }

    private DynamicContainer model(Path file) {
        return DynamicContainer.dynamicContainer(
                file.getFileName().toString(),
                Stream.concat(
                        Stream.of(
                                DynamicTest.dynamicTest("whole", () -> compiles(file, OperationFilter.ALL)),
                                DynamicTest.dynamicTest("trimmed", () -> compiles(file, three(file)))),
                        endpointCases(file)));
    }

    private static void compiles(Path file, OperationFilter operations) {
        GeneratedSources sources = ClientGenerator.generate(new GenerationRequest(
                List.of(new ServiceRequest(ModelSource.ofFile(file), "com.example.corpus", operations)), null));
        assumeTrue(
                sources.problems().stream().noneMatch(each -> each.code() == ProblemCode.PROTOCOL_UNSUPPORTED),
                "its protocol is not supported yet");
        assertThat(Generation.errors(sources)).isEmpty();
        Map<String, String> files = new TreeMap<>(sources.files());
        Snippets.addTo(files);
        assertThat(Javac.compile(files).messages())
                .as("operations %s", operations.include())
                .isEmpty();
    }

    /** Three operations that a client can have. */
    private OperationFilter three(Path file) {
        LinkedService service = Models.load(new ServiceRequest(ModelSource.ofFile(file), null, OperationFilter.ALL))
                .service();
        assumeTrue(service != null, "its protocol is not supported yet");
        List<String> names = new ArrayList<>(service.model().operations().stream()
                .map(operation -> operation.name())
                .toList());
        Collections.shuffle(names, random);
        return new OperationFilter(names.subList(0, Math.min(3, names.size())), List.of());
    }

    private static Stream<DynamicTest> endpointCases(Path file) {
        for (JsonNode shape : JSON.readTree(file).required("shapes")) {
            JsonNode traits = shape.path("traits");
            JsonNode rules = traits.get("smithy.rules#endpointRuleSet");
            JsonNode tests = traits.get("smithy.rules#endpointTests");
            if (rules != null && tests != null) {
                EndpointCases cases = EndpointCases.of(JSON.writeValueAsBytes(rules));
                return EndpointCases.cases(JSON.writeValueAsBytes(tests)).stream()
                        .map(each -> DynamicTest.dynamicTest(
                                "endpoint: " + each.path("documentation").asString(""), () -> {
                                    // One case has a made-up region with a dot. A region is one label of a host name.
                                    assumeTrue(
                                            !each.at("/params/Region")
                                                    .asString("")
                                                    .contains("."),
                                            "no region");
                                    assertThat(cases.actual(each))
                                            .as(String.valueOf(each.get("params")))
                                            .isEqualTo(EndpointCases.expected(each));
                                }));
            }
        }
        return Stream.of();
    }
}
