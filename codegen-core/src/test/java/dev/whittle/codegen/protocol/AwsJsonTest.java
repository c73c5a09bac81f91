package dev.whittle.codegen.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class AwsJsonTest {
    @Test
    void hasNoStreamsOfBytes() {
        String model = TestModels.of("""
                'Put': {'input': {'shape': 'In'}},
                'Set': {'input': {'shape': 'In'}},
                'Watch': {'output': {'shape': 'Out'}}
                """, """
                'In': {'type': 'structure', 'members': {'body': {'shape': 'B'}}},
                'Out': {'type': 'structure', 'members': {'events': {'shape': 'Events'}, 'name': {'shape': 'S'}}},
                'Events': {'type': 'structure', 'eventstream': true, 'members': {'e': {'shape': 'E'}}},
                'E': {'type': 'structure', 'event': true, 'members': {}},
                'S': {'type': 'string'},
                'B': {'type': 'blob', 'streaming': true}
                """)
                .replace("'protocol': 'rest-json'", "'protocol': 'json', 'jsonVersion': '1.1', 'targetPrefix': 'Cart'");
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[6,49] SVC0435 member 'body' of In is a stream of bytes, which the protocol 'json' does not have at /shapes/In/members/body
                                hint: leave the operation out with excludeOperations""");
    }
}
