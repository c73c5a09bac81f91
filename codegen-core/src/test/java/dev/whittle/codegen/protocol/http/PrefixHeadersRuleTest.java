package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class PrefixHeadersRuleTest {
    @Test
    void headersWithAPrefixAreAMapOfStrings() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {
                  'good': {'shape': 'M', 'location': 'headers', 'locationName': 'x-good-'},
                  'all': {'shape': 'M', 'location': 'headers', 'locationName': ''},
                  'bad': {'shape': 'N', 'location': 'headers', 'locationName': 'x-bad-'},
                  'worse': {'shape': 'MN', 'location': 'headers', 'locationName': 'x-worse-'}}},
                'M': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'S'}},
                'MN': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'N'}},
                'S': {'type': 'string'},
                'N': {'type': 'integer'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[5,10] SVC0425 member 'bad' of In is bound to headers with a prefix but is an integer, expected a map of strings at /shapes/In/members/bad",
                        "service-2.json:[6,12] SVC0425 member 'worse' of In is bound to headers with a prefix but is a map, expected a map of strings at /shapes/In/members/worse");
    }
}
