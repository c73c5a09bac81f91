package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class ErrorRuleTest {
    @Test
    void errorsAreExceptions() {
        String model = TestModels.of("""
                'Get': {
                  'http': {'method': 'GET', 'requestUri': '/'},
                  'errors': [
                    {'shape': 'Plain'},
                    {'shape': 'Text'},
                    {'shape': 'Either'},
                    {'shape': 'Missing'},
                    {'shape': 'Old'}]}
                """, """
                'Plain': {'type': 'structure', 'members': {}},
                'Text': {'type': 'string'},
                'Either': {'type': 'structure', 'union': true, 'exception': true, 'members': {'s': {'shape': 'Text'}}},
                'Missing': {'type': 'structure', 'exception': true, 'members': {}},
                'Old': {'type': 'structure', 'error': {'httpStatusCode': 404}, 'members': {}}
                """);
        assertThat(TestModels.problems(model)).containsExactly("""
                        service-2.json:[5,5] SVC0408 operation Get lists 'Plain' as an error, but it is not an exception at /operations/Get/errors/0
                                hint: mark the shape with "exception": true""", """
                        service-2.json:[6,5] SVC0408 operation Get lists 'Text' as an error, but it is not an exception at /operations/Get/errors/1
                                hint: it is a string""", """
                        service-2.json:[7,5] SVC0408 operation Get lists 'Either' as an error, but it is not an exception at /operations/Get/errors/2
                                hint: it is a union""");
    }
}
