package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class InputOutputRuleTest {
    @Test
    void inputAndOutputAreStructures() {
        String model = TestModels.of("""
                'Get': {
                  'http': {'method': 'GET', 'requestUri': '/'},
                  'input': {'shape': 'Names'},
                  'output': {'shape': 'S'}}
                """, """
                'Names': {'type': 'list', 'member': {'shape': 'S'}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[4,12] SVC0407 the input of operation Get, 'Names', is a list, expected a structure at /operations/Get/input",
                        "service-2.json:[5,13] SVC0407 the output of operation Get, 'S', is a string, expected a structure at /operations/Get/output");
    }

    @Test
    void anExceptionIsAStructureToo() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'exception': true, 'members': {'s': {'shape': 'S'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model)).isEmpty();
    }

    @Test
    void aUnionIsNoStructure() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'union': true, 'members': {'s': {'shape': 'S'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[1,167] SVC0407 the input of operation Put, 'In', is a union, expected a structure at /operations/Put/input");
    }
}
