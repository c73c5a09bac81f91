package dev.whittle.codegen.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.json.ModelFile;
import dev.whittle.codegen.json.ModelSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that is written in both formats has the same client in both, file by file. */
class BothFormatsTest {
    private static final Path MODELS = Path.of("src", "test", "resources", "smithy");

    @ParameterizedTest
    @ValueSource(strings = {"library", "counters", "notes", "broadcasts", "chats"})
    void theSourcesAreTheSame(String name) {
        SortedMap<String, String> expected = Generation.files(ModelSource.ofDirectory(MODELS.resolve(name)));
        SortedMap<String, String> actual = Generation.files(smithy(name));

        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        for (Map.Entry<String, String> file : expected.entrySet()) {
            assertThat(actual.get(file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
        }
        assertThat(Javac.compile(actual).messages()).isEmpty();
    }

    /** The folder has the model in both formats; that of Smithy is passed over where a service-2.json is. */
    private static ModelSource smithy(String name) {
        Path folder = MODELS.resolve(name);
        return switch (name) {
            case "library" -> {
                List<ModelFile> other =
                        ModelSource.ofFile(folder.resolve("other.smithy")).files();
                yield ModelSource.ofFile(folder.resolve("library.smithy")).with(other);
            }
            case "counters", "chats" -> ModelSource.ofFile(folder.resolve(name + ".json"));
            default -> ModelSource.ofFile(folder.resolve(name + ".smithy"));
        };
    }
}
