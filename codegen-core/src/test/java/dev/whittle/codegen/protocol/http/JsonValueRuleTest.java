package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class JsonValueRuleTest {
    @Test
    void jsonTextIsAString() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {
                  'good': {'shape': 'S', 'jsonvalue': true},
                  'bad': {'shape': 'B', 'jsonvalue': true}}},
                'S': {'type': 'string'},
                'B': {'type': 'blob'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[4,10] SVC0211 member 'bad' of In holds JSON text but is a blob, expected a string at /shapes/In/members/bad");
    }
}
