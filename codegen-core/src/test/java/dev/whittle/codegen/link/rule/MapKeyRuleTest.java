package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class MapKeyRuleTest {
    @Test
    void keysAreStrings() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {'a': {'shape': 'Bad'}, 'b': {'shape': 'Good'}}},
                'Bad': {'type': 'map', 'key': {'shape': 'N'}, 'value': {'shape': 'N'}},
                'Good': {'type': 'map', 'key': {'shape': 'E'}, 'value': {'shape': 'N'}},
                'E': {'type': 'string', 'enum': ['x']},
                'N': {'type': 'integer'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[3,31] SVC0208 the key of the map Bad is an integer, expected a string at /shapes/Bad/key");
    }
}
