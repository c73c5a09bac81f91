package dev.whittle.maven.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.GeneratedService;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Severity;
import dev.whittle.maven.request.ClientsRequest;
import dev.whittle.maven.request.ModelOrigin.SingleFile;
import dev.whittle.maven.request.ModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationTest {
    @TempDir
    private Path project;

    private final RecordingConsole console = new RecordingConsole();

    @BeforeEach
    void writeModel() throws IOException {
        Files.writeString(project.resolve("shop.json"), "{}");
    }

    @Test
    void saysWhatWasCheckedAndWritesNothing() throws Exception {
        validate(false);

        assertThat(console.lines).containsExactly("[INFO] Shop: 2 operations, 5 shapes, no problems");
        assertThat(project.toFile().list()).containsExactly("shop.json");
    }

    @Test
    void doesNotSayThatThereIsNoProblemBesideAWarning() throws Exception {
        validate(false, Severity.WARNING);

        assertThat(console.lines)
                .containsExactly("[WARNING] shop.json SVC0201 odd", "[INFO] Shop: 2 operations, 5 shapes, no errors");
    }

    @Test
    void failsOnAnError() {
        assertThatThrownBy(() -> validate(false, Severity.ERROR, Severity.WARNING))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessage("1 problem, the model is not valid.");
        assertThat(console.lines)
                .containsExactly(
                        "[ERROR] shop.json SVC0201 odd",
                        "[WARNING] shop.json SVC0201 odd",
                        "[ERROR] 1 problem, the model is not valid.");
    }

    @Test
    void failsOnAWarningIfAskedTo() {
        assertThatThrownBy(() -> validate(true, Severity.WARNING, Severity.WARNING))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessage("2 warnings and failOnWarning is set, the model is not valid.");
    }

    private void validate(boolean failOnWarning, Severity... severities) throws GenerationFailedException, IOException {
        List<Problem> problems = Stream.of(severities)
                .map(severity ->
                        new Problem(severity, ProblemCode.SHAPE_UNKNOWN, "odd", Location.ofFile("shop.json"), null))
                .toList();
        GeneratedSources sources = new GeneratedSources(
                new TreeMap<>(), List.of(new GeneratedService("Shop", "dev.shop", 2, 5, List.of())), problems);
        ModelRequest model = new ModelRequest(new SingleFile(project.resolve("shop.json")), null, OperationFilter.ALL);
        new Validation(new ModelLoader(none -> project), request -> sources, console)
                .run(new ClientsRequest(List.of(model), null), failOnWarning);
    }
}
