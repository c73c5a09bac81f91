package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class QueryRuleTest {
    @Test
    void aQueryHoldsSimpleValuesAndMapsOfThem() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {
                  'one': {'shape': 'N', 'location': 'querystring'},
                  'many': {'shape': 'Names', 'location': 'querystring'},
                  'map': {'shape': 'M', 'location': 'querystring'},
                  'lists': {'shape': 'ML', 'location': 'querystring'},
                  'bad': {'shape': 'MN', 'location': 'querystring'},
                  'worse': {'shape': 'In', 'location': 'querystring'}}},
                'Names': {'type': 'list', 'member': {'shape': 'S'}},
                'M': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'S'}},
                'ML': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'Names'}},
                'MN': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'N'}},
                'S': {'type': 'string'},
                'N': {'type': 'integer'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[7,10] SVC0426 member 'bad' of In is bound to the query but is a map, expected a simple value, a list of them or a map of strings at /shapes/In/members/bad",
                        "service-2.json:[8,12] SVC0426 member 'worse' of In is bound to the query but is a structure, expected a simple value, a list of them or a map of strings at /shapes/In/members/worse");
    }
}
