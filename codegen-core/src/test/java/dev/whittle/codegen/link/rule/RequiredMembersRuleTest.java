package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class RequiredMembersRuleTest {
    @Test
    void requiredMembersAreMembers() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'required': ['id', 'naem', 'x'], 'members': {
                  'id': {'shape': 'S'}, 'name': {'shape': 'S'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[2,48] SVC0204 In requires the member 'naem', which it does not have at /shapes/In/required/1
                                hint: did you mean 'name'?""", """
                        service-2.json:[2,56] SVC0204 In requires the member 'x', which it does not have at /shapes/In/required/2
                                hint: it has id, name""");
    }
}
