package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.EndpointCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What rules for endpoints lead to, in the form in which services ship their tests: {@code <name>-rules.json} beside
 * {@code <name>-tests.json} in the folder {@code endpoints}.
 */
class EndpointRulesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "endpoints");
    private static final String RULES = "-rules.json";

    @TestFactory
    Stream<DynamicContainer> everyCaseOfEveryRuleSet() throws IOException {
        List<Path> ruleSets;
        try (Stream<Path> files = Files.list(FOLDER)) {
            ruleSets = files.filter(file -> file.getFileName().toString().endsWith(RULES))
                    .sorted()
                    .toList();
        }
        assertThat(ruleSets).isNotEmpty();
        return ruleSets.stream().map(file -> {
            String name = file.getFileName().toString().replace(RULES, "");
            return DynamicContainer.dynamicContainer(name, tests(file, FOLDER.resolve(name + "-tests.json")));
        });
    }

    /** Runs the cases that a service ships: {@code -Dwhittle.endpoints=<folder>}, which has rules and tests. */
    @TestFactory
    Stream<DynamicTest> everyCaseOfAFolder() {
        String folder = System.getProperty("whittle.endpoints", "");
        return folder.isEmpty()
                ? Stream.of()
                : tests(Path.of(folder, "endpoint-rule-set-1.json"), Path.of(folder, "endpoint-tests-1.json"));
    }

    private static Stream<DynamicTest> tests(Path rules, Path tests) {
        try {
            EndpointCases cases = EndpointCases.of(Files.readAllBytes(rules));
            return EndpointCases.cases(Files.readAllBytes(tests)).stream()
                    .map(each -> DynamicTest.dynamicTest(
                            each.required("documentation").stringValue(),
                            () -> assertThat(cases.actual(each))
                                    .as(String.valueOf(each.get("params")))
                                    .isEqualTo(EndpointCases.expected(each))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
