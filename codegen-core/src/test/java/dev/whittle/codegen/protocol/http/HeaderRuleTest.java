package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class HeaderRuleTest {
    @Test
    void aHeaderHoldsSimpleValues() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {
                  'good': {'shape': 'Days', 'location': 'header', 'locationName': 'X-Good'},
                  'bad': {'shape': 'In', 'location': 'header', 'locationName': 'X-Bad'},
                  'worse': {'shape': 'Ins', 'location': 'header', 'locationName': 'X-Worse'}}},
                'Days': {'type': 'list', 'member': {'shape': 'Day'}},
                'Day': {'type': 'timestamp'},
                'Ins': {'type': 'list', 'member': {'shape': 'In'}}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[4,10] SVC0423 member 'bad' of In is bound to a header but is a structure, expected a simple value or a list of them at /shapes/In/members/bad",
                        "service-2.json:[5,12] SVC0423 member 'worse' of In is bound to a header but is a list, expected a simple value or a list of them at /shapes/In/members/worse");
    }

    @Test
    void aHeaderHasAName() {
        String model = TestModels.ofShapes("""
                'In': {'type': 'structure', 'members': {
                  'a': {'shape': 'S', 'location': 'header', 'locationName': 'X-A\\u000D\\u000AHost'},
                  'b': {'shape': 'S', 'location': 'header', 'locationName': ''},
                  'c': {'shape': 'M', 'location': 'headers', 'locationName': 'x meta'}}},
                'M': {'type': 'map', 'key': {'shape': 'S'}, 'value': {'shape': 'S'}},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[3,8] SVC0424 member 'a' of In is bound to the header 'X-A\\u000d\\u000aHost', which is not a valid name of a header at /shapes/In/members/a",
                        "service-2.json:[4,8] SVC0424 member 'b' of In is bound to the header '', which is not a valid name of a header at /shapes/In/members/b",
                        "service-2.json:[5,8] SVC0424 member 'c' of In is bound to the header 'x meta', which is not a valid name of a header at /shapes/In/members/c");
    }
}
