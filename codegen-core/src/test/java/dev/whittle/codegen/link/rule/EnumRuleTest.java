package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class EnumRuleTest {
    @Test
    void anEnumHasValuesEachOnce() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {'a': {'shape': 'Empty'}, 'b': {'shape': 'Twice'}}},
                'Empty': {'type': 'string', 'enum': []},
                'Twice': {'type': 'string', 'enum': ['ON', 'OFF', 'ON']}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        """
                        service-2.json:[3,37] SVC0206 the enum Empty has no values at /shapes/Empty/enum
                                hint: without known values it is a plain string""",
                        "service-2.json:[4,51] SVC0207 the enum Twice has the value 'ON' twice at /shapes/Twice/enum/2");
    }

    @Test
    void valuesThatDifferInCaseAreTwo() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {'a': {'shape': 'E'}}},
                'E': {'type': 'string', 'enum': ['on', 'ON']}
                """);
        assertThat(TestModels.problems(model)).isEmpty();
    }
}
