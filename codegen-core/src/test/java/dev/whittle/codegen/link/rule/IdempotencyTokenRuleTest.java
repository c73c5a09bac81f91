package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class IdempotencyTokenRuleTest {
    @Test
    void aTokenIsAString() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {
                  'good': {'shape': 'S', 'idempotencyToken': true},
                  'bad': {'shape': 'N', 'idempotencyToken': true}}},
                'S': {'type': 'string'},
                'N': {'type': 'integer'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[4,10] SVC0210 member 'bad' of In is an idempotency token but is an integer, expected a string at /shapes/In/members/bad");
    }
}
