package dev.whittle.codegen.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole model files with a fault each, or several, and what a user reads: {@code <name>.json} and {@code <name>.txt} in
 * the folder {@code bad-models}.
 */
class BadModelsTest {
    private static final int FEWEST_KINDS = 40;

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatIsWrong(String name) throws IOException {
        String expected = Files.readString(folder().resolve(name + ".txt"));

        assertThat(said(name)).isEqualTo(expected);
    }

    @Test
    void everyExpectationHasItsModel() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(names().stream()
                            .flatMap(name -> Stream.of(name + ".json", name + ".txt"))
                            .toList());
        }
    }

    @Test
    void coversManyKindsOfFault() throws IOException {
        Set<String> codes = new HashSet<>();
        for (String name : names()) {
            outcome(name).problems().forEach(problem -> codes.add(problem.code().code()));
        }
        assertThat(codes).hasSizeGreaterThanOrEqualTo(FEWEST_KINDS);
    }

    @Test
    void theModelThatTheyWereMadeOfIsGood() throws IOException {
        assertThat(TestModels.link(folder().resolveSibling("cart.json"), OperationFilter.ALL)
                        .problems())
                .isEmpty();
    }

    private static String said(String name) throws IOException {
        return outcome(name).problems().stream()
                .map(problem -> problem.text() + "\n")
                .collect(Collectors.joining());
    }

    private static TestModels.Outcome outcome(String name) throws IOException {
        return TestModels.link(folder().resolve(name + ".json"), OperationFilter.ALL);
    }

    private static Path folder() {
        try {
            return Path.of(BadModelsTest.class.getResource("bad-models").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
