package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class UnionRuleTest {
    @Test
    void aUnionHasMembers() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {'choice': {'shape': 'Choice'}}},
                'Choice': {'type': 'structure', 'union': true, 'members': {}}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly("service-2.json:[3,11] SVC0205 the union Choice has no members at /shapes/Choice");
    }
}
