package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Golden;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.Extra;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is generated only for those who ask for it costs the others nothing. */
class ExtrasTest {
    private static SortedMap<String, String> files(Extra... extras) {
        return new TreeMap<>(Generation.files(source(Golden.named("structures").model()), Set.of(extras)));
    }

    private static ModelSource source(String model) {
        return new ModelSource("service-2.json", model.getBytes(StandardCharsets.UTF_8), null, null, null);
    }

    @Test
    void anAsynchronousClientIsTwoFilesMore() {
        SortedMap<String, String> with = files(Extra.ASYNC_CLIENT);
        assertThat(with.remove("com/example/tiny/TinyAsyncClient.java")).isNotNull();
        assertThat(with.remove("com/example/tiny/DefaultTinyAsyncClient.java")).isNotNull();
        assertThat(with).isEqualTo(files());
    }

    @Test
    void aPresignerIsAFileMoreAndAMethodOfTheClient() {
        SortedMap<String, String> with = files(Extra.PRESIGNER);
        SortedMap<String, String> without = files();
        assertThat(with.remove("com/example/tiny/TinyPresigner.java")).isNotNull();
        assertThat(with.keySet()).isEqualTo(without.keySet());
        for (String client : List.of("TinyClient.java", "DefaultTinyClient.java")) {
            String path = "com/example/tiny/" + client;
            assertThat(with.remove(path)).contains("TinyPresigner presigner() {");
            assertThat(without.remove(path)).doesNotContain("resign");
        }
        assertThat(with).isEqualTo(without);
    }

    @Test
    void headersOfRequestIdsAreInOneFile() {
        ServiceRequest service =
                new ServiceRequest(source(Golden.named("structures").model()), Generation.PACKAGE, OperationFilter.ALL);
        SortedMap<String, String> with = new TreeMap<>(ClientGenerator.generate(new GenerationRequest(
                        List.of(service), null, Set.of(), List.of("X-Correlation-Id", "X-\"Trace")))
                .files());
        SortedMap<String, String> without = files();
        String path = "com/example/tiny/internal/TinyService.java";
        assertThat(with.remove(path)).contains("\"Tiny\", List.of(\"X-Correlation-Id\", \"X-\\\"Trace\"));");
        assertThat(without.remove(path)).contains("\"Tiny\", List.of());");
        assertThat(with).isEqualTo(without);
    }

    @Test
    void aServiceThatTakesNoSignatureHasNoPresigner() {
        String model = Golden.named("structures")
                .model()
                .replace("\"signatureVersion\"", "\"auth\": [\"smithy.api#httpBearerAuth\"], \"signatureVersion\"");
        ModelSource source = source(model);
        assertThat(Generation.files(source, Set.of(Extra.PRESIGNER)))
                .isEqualTo(Generation.files(source, Set.of()))
                .isNotEqualTo(files());
    }
}
