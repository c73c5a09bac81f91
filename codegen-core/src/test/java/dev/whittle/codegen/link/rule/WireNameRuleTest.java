package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class WireNameRuleTest {
    @Test
    void headersAndParametersHaveOneMemberEach() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {
                  'a': {'shape': 'S', 'location': 'header', 'locationName': 'X-Id'},
                  'b': {'shape': 'S', 'location': 'header', 'locationName': 'x-id'},
                  'c': {'shape': 'S', 'location': 'querystring', 'locationName': 'id'},
                  'd': {'shape': 'S', 'location': 'querystring', 'locationName': 'id'},
                  'e': {'shape': 'S', 'location': 'querystring', 'locationName': 'ID'}}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[4,8] SVC0427 member 'b' of In is bound to the header 'x-id', and so is member 'a' at /shapes/In/members/b",
                        "service-2.json:[6,8] SVC0427 member 'd' of In is bound to the query parameter 'id', and so is member 'c' at /shapes/In/members/d");
    }
}
