package dev.whittle.codegen.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Golden;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares everything that is said about each model in {@code bad-models} with the text beside it. */
class BadModelsTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/whittle/codegen/smithy/bad-models");

    static List<String> models() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void saysWhatIsWrong(String model) throws IOException {
        ModelSource source = ModelSource.ofFile(FOLDER.resolve(model)).named(model);
        GeneratedSources sources = Generation.of(source, Generation.PACKAGE);

        String text = sources.problems().stream().map(Problem::text).collect(Collectors.joining("\n", "", "\n"));
        Path expected = FOLDER.resolve(model.substring(0, model.lastIndexOf('.')) + ".txt");
        if (Golden.UPDATE) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
        assertThat(text.isBlank()).isFalse();
        assertThat(sources.files().isEmpty()).isEqualTo(sources.failed());
    }

    @Test
    void everyTextHasItsModel() throws IOException {
        List<String> models = models().stream()
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.endsWith(".txt"))
                            .map(name -> name.substring(0, name.length() - ".txt".length())))
                    .containsExactlyInAnyOrderElementsOf(models);
        }
    }
}
