package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.testkit.Golden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is generated only for those who ask for it costs the others nothing: neither a file nor a letter. */
class ExtrasTest {
    private static SortedMap<String, String> files(Set<Extra> extras) {
        ModelSource model = new ModelSource(
                "service-2.json",
                Golden.named("structures").model().getBytes(StandardCharsets.UTF_8),
                null,
                null,
                null);
        GeneratedSources sources = ClientGenerator.generate(new GenerationRequest(
                List.of(new ServiceRequest(model, "com.example.tiny", OperationFilter.ALL)), null, extras));
        assertThat(sources.problems()).isEmpty();
        return new TreeMap<>(sources.files());
    }

    @Test
    void anAsynchronousClientIsTwoFilesMore() {
        SortedMap<String, String> with = files(Set.of(Extra.ASYNC_CLIENT));
        assertThat(with.remove("com/example/tiny/TinyAsyncClient.java")).isNotNull();
        assertThat(with.remove("com/example/tiny/DefaultTinyAsyncClient.java")).isNotNull();
        assertThat(with).isEqualTo(files(Set.of()));
    }
}
