package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class LabelMemberRuleTest {
    @Test
    void aLabelIsARequiredSimpleValue() {
        String model = TestModels.of("""
                'GetCart': {
                  'http': {'method': 'GET', 'requestUri': '/carts/{id}/{names}/{day}'},
                  'input': {'shape': 'In'}}
                """, """
                'In': {'type': 'structure', 'required': ['names', 'day'], 'members': {
                  'id': {'shape': 'S', 'location': 'uri'},
                  'names': {'shape': 'Names', 'location': 'uri'},
                  'day': {'shape': 'Day', 'location': 'uri'}}},
                'Names': {'type': 'list', 'member': {'shape': 'S'}},
                'Day': {'type': 'timestamp'},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        """
                        service-2.json:[7,9] SVC0416 member 'id' of In is bound to a label of the request URI but is not required at /shapes/In/members/id
                                hint: add it to "required": the URI needs it""",
                        "service-2.json:[8,12] SVC0417 member 'names' of In is bound to a label of the request URI but is a list, expected a simple value at /shapes/In/members/names");
    }
}
