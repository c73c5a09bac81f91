package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class StatusRuleTest {
    @Test
    void aStatusIsAnInteger() {
        String model = TestModels.of("""
                'Get': {
                  'http': {'method': 'GET', 'requestUri': '/'},
                  'output': {'shape': 'Out'}}
                """, """
                'Out': {'type': 'structure', 'members': {
                  'good': {'shape': 'N', 'location': 'statusCode'},
                  'bad': {'shape': 'S', 'location': 'statusCode'}}},
                'N': {'type': 'integer'},
                'S': {'type': 'string'}
                """);
        assertThat(TestModels.problems(model))
                .containsExactly(
                        "service-2.json:[8,10] SVC0428 member 'bad' of Out is bound to the status but is a string, expected an integer at /shapes/Out/members/bad");
    }
}
